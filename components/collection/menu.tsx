interface MenuProps {
  label: string;
  /** What is chosen in it, in short; left out if nothing is. */
  mark?: React.ReactNode;
  children: React.ReactNode;
}

/** A menu of a form that narrows a list. Only one is open at a time; it works without client JavaScript. */
export function Menu({ label, mark, children }: MenuProps) {
  return (
    <details name="facet" className="group/facet sm:relative">
      <summary className="button-quiet group-open/facet:border-ink max-sm:gap-1 max-sm:px-2.5 max-sm:text-fine">
        {label}
        {mark && <span className="text-seal tabular-nums">{mark}</span>}
        <svg
          viewBox="0 0 10 6"
          className="w-2.5 group-open/facet:rotate-180 max-sm:hidden"
          aria-hidden="true"
        >
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </summary>
      <fieldset className="absolute inset-x-0 z-20 mt-2 border border-edge bg-wall shadow-[0_1rem_3rem_rgb(0_0_0/0.14)] sm:right-auto sm:w-76">
        <legend className="sr-only">{label}</legend>
        {children}
      </fieldset>
    </details>
  );
}
