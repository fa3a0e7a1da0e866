import { useTranslations } from 'next-intl';
import { FacetValues } from './facet-values';

interface FilterMenuProps extends React.ComponentProps<typeof FacetValues> {
  label: string;
}

/** A menu of values, each with how many works it would leave: checkboxes of the form around it. */
export function FilterMenu({ label, ...values }: FilterMenuProps) {
  const t = useTranslations('collection');
  return (
    <details name="facet" className="group/facet sm:relative">
      <summary className="button-quiet group-open/facet:border-ink max-sm:gap-1 max-sm:px-2.5 max-sm:text-fine">
        {label}
        {values.chosen.length > 0 && <span className="text-seal tabular-nums">{values.chosen.length}</span>}
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
        <FacetValues {...values} />
        <noscript>
          <button type="submit" className="button w-full">
            {t('showWorks')}
          </button>
        </noscript>
      </fieldset>
    </details>
  );
}
