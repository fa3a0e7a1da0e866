type LabelledFieldProps = Omit<React.ComponentProps<'input'>, 'id' | 'className'> & {
  name: string;
  label: string;
  hint?: string;
  /** Of the notice that says why it was refused. */
  refusedId?: string;
};

/** A line of text with its label above it and a hint below. */
export function LabelledField({ label, hint, refusedId, name, ...input }: LabelledFieldProps) {
  const described = [hint && `${name}-hint`, refusedId].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={name} className="mb-1.5 block">
        {label}
      </label>
      <input {...input} id={name} name={name} aria-describedby={described || undefined} className="field" />
      {hint && (
        <p id={`${name}-hint`} className="mt-1.5 text-fine text-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
