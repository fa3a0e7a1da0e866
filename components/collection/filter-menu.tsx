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
export function FilterMenu({ label, more, chosen = [], ...values }: FilterMenuProps) {
  const t = useTranslations('collection');
  return (
    <Menu label={label} mark={chosen.length || undefined}>
      {/* What is not chosen is not sent. */}
      <FacetValues {...values} {...(chosen.length > 0 && { chosen })} submitLabel={t('showWorks')} />
      {more && <Link href={more.href}>{more.label}</Link>}
    </Menu>
  );
}
