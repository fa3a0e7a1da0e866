import { useTranslations } from 'next-intl';

type Words = ReturnType<typeof useTranslations<'editing'>>;
/** What curators see as one field. */
export type FieldName = Parameters<Words>[0] extends infer Key
  ? Key extends `fields.${infer Name}`
    ? Name
    : never
  : never;

/** What a field is shown with when it cannot be saved as it was typed. */
export interface FieldState {
  /** What is wrong with it. */
  readonly issues: readonly string[];
  /** What somebody else has saved meanwhile; null: no conflict. */
  readonly theirs: readonly string[] | null;
  /** Whether both can be kept. */
  readonly isList: boolean;
}

interface EditFieldProps {
  name: FieldName;
  state: FieldState;
  hint?: string;
  /** Of the one input inside; a group of several has none. */
  inputId?: string;
  wide?: boolean;
  children: React.ReactNode;
}

/** A field of the form of a work with its label, its hint, and why it was refused. */
export function EditField({ name, state, hint, inputId, wide, children }: EditFieldProps) {
  const t = useTranslations('editing');
  const label = t(`fields.${name}`);
  const isRefused = state.issues.length > 0 || state.theirs !== null;
  const inside = (
    <>
      {children}
      {state.issues.map((issue) => (
        <p key={issue} className="mt-1.5 text-fine text-seal">
          {label} {issue}
        </p>
      ))}
      {state.theirs && <ConflictChoice name={name} theirs={state.theirs} isList={state.isList} />}
    </>
  );
  const className = `min-w-0 scroll-mt-6 ${wide ? 'sm:col-span-2' : ''} ${isRefused ? 'border-l-2 border-seal pl-4' : ''}`;
  const labelled = (
    <>
      {label}
      {hint && (
        <span id={`${name}-hint`} className="text-fine text-quiet">
          {hint}
        </span>
      )}
    </>
  );
  const labelClass = 'mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3';
  return inputId === undefined ? (
    <fieldset id={`field-${name}`} className={className}>
      <legend className="w-full">
        <span className={labelClass}>{labelled}</span>
      </legend>
      {inside}
    </fieldset>
  ) : (
    <div id={`field-${name}`} className={className}>
      <label htmlFor={inputId} className={labelClass}>
        {labelled}
      </label>
      {inside}
    </div>
  );
}

interface ConflictChoiceProps {
  name: FieldName;
  theirs: readonly string[];
  isList: boolean;
}

/** What both have changed: theirs is shown, and the curator says what to keep. */
function ConflictChoice({ name, theirs, isList }: ConflictChoiceProps) {
  const t = useTranslations('editing');
  const choices = isList ? (['yours', 'theirs', 'both'] as const) : (['yours', 'theirs'] as const);
  return (
    <fieldset className="mt-3 bg-plinth p-4">
      <legend className="float-left w-full font-[550]">{t('conflict')}</legend>
      <dl className="clear-both pt-1 text-fine">
        <dt className="text-quiet">{t('theirValue')}</dt>
        {(theirs.length > 0 ? theirs : [t('nothing')]).map((text) => (
          <dd key={text} className="whitespace-pre-line wrap-anywhere">
            {text}
          </dd>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label key={choice} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={`keep.${name}`}
              value={choice}
              required
              className="size-4 accent-seal"
            />
            {t(`keep.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
