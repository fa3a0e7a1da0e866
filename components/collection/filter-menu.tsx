import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { FacetValues } from './facet-values';
import { Menu } from './menu';

interface FilterMenuProps extends React.ComponentProps<typeof FacetValues> {
  label: string;
  /** The page with the values that are not here; left out: all are. */
  more?: { readonly href: string; readonly label: string };
}

/** A menu of values, each with how many works it would leave: checkboxes of the form around it. */
export function FilterMenu({ label, more, ...values }: FilterMenuProps) {
  const t = useTranslations('collection');
  return (
    <Menu label={label} mark={values.chosen.length || undefined}>
      <FacetValues {...values} />
      {more && (
        <Link href={more.href} className="link block border-t border-rule px-4 py-2 text-fine">
          {more.label}
        </Link>
      )}
      <noscript>
        <button type="submit" className="button w-full">
          {t('showWorks')}
        </button>
      </noscript>
    </Menu>
  );
}
