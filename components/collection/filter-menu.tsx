import { useTranslations } from 'next-intl';
import { FacetValues } from './facet-values';
import { Menu } from './menu';

interface FilterMenuProps extends React.ComponentProps<typeof FacetValues> {
  label: string;
}

/** A menu of values, each with how many works it would leave: checkboxes of the form around it. */
export function FilterMenu({ label, ...values }: FilterMenuProps) {
  const t = useTranslations('collection');
  return (
    <Menu label={label} mark={values.chosen.length || undefined}>
      <FacetValues {...values} />
      <noscript>
        <button type="submit" className="button w-full">
          {t('showWorks')}
        </button>
      </noscript>
    </Menu>
  );
}
