import { FacetValues } from './facet-values';

interface FilterMenuProps {
  label: string;
  values: React.ComponentProps<typeof FacetValues>['values'];
}

/** A menu of values, each with how many works it would leave. Links, so that it works without client JavaScript. */
export function FilterMenu({ label, values }: FilterMenuProps) {
  const chosen = values.filter((value) => value.chosen).length;
  return (
    <details name="facet" className="group/facet sm:relative">
      <summary className="button-quiet group-open/facet:border-ink max-sm:gap-1 max-sm:px-2.5 max-sm:text-fine">
        {label}
        {chosen > 0 && <span className="text-seal tabular-nums">{chosen}</span>}
        <svg
          viewBox="0 0 10 6"
          className="w-2.5 group-open/facet:rotate-180 max-sm:hidden"
          aria-hidden="true"
        >
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </summary>
      <FacetValues values={values} />
    </details>
  );
}
