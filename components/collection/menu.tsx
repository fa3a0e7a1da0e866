interface MenuProps {
  label: string;
  /** What is chosen in it, in short; left out if nothing is. */
  mark?: React.ReactNode;
  children: React.ReactNode;
}

/**
 * A menu of a form that narrows a list. Only one is open at a time; it works without client JavaScript. Styled by one
 * class, since a list has about ten and each is sent twice, as HTML and for hydration.
 */
export function Menu({ label, mark, children }: MenuProps) {
  return (
    <details name="facet" className="facet-menu">
      <summary>
        {label}
        {mark && <span>{mark}</span>}
      </summary>
      <fieldset>
        <legend>{label}</legend>
        {children}
      </fieldset>
    </details>
  );
}
