interface ThumbnailChoiceProps {
  id: string;
  chosen: boolean;
  onChange: (chosen: boolean) => void;
}

/** Whether a small copy goes along with what was read: a checkbox and its label, for a grid of two columns. */
export function ThumbnailChoice({ id, chosen, onChange }: ThumbnailChoiceProps) {
  return (
    <>
      <input
        id={id}
        type="checkbox"
        checked={chosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-2 size-4 translate-y-0.5 accent-seal"
      />
      <label htmlFor={id} className="mt-2 text-fine">
        Send a small copy along, so that whoever gets the link sees it
      </label>
    </>
  );
}
