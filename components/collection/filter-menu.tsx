import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { FacetValues } from './facet-values';
import { Menu } from './menu';

interface FilterMenuProps extends Omit<React.ComponentProps<typeof FacetValues>, 'submitLabel'> {
  label: string;
  /** The page with the values that are not here; left out: all are. */
  more?: { readonly href: string; readonly label: string };
}

/** A menu of values, each with how many works it would leave: checkboxes of the form around it. */
export function FilterMenu({ label, more, ...values }: FilterMenuProps) {
  const t = useTranslations('collection');
  return (
    <Menu label={label} mark={values.chosen.length || undefined}>
      <FacetValues {...values} submitLabel={t('showWorks')} />
      {more && <Link href={more.href}>{more.label}</Link>}
    </Menu>
  );
}
