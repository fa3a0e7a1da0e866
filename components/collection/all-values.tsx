import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { Link } from '@/i18n/link';
import { type FacetName, type Facets } from '@/lib/catalog/artwork';
import { useFacetChoices } from './facet-choices';
import { FacetValues } from './facet-values';

interface AllValuesProps {
  name: FacetName;
  facets: Facets;
  chosen: readonly string[];
  /** The path of the list that they narrow. */
  action: string;
  /** What the list keeps when this facet changes. */
  kept: readonly [name: string, value: string][];
  /** The list as it is. */
  backHref: string;
}

/** All values of one facet to choose from, as a page: for lists that are too long for a menu. */
export function AllValues({ name, facets, chosen, action, kept, backHref }: AllValuesProps) {
  const t = useTranslations('collection');
  return (
    <div className="shell">
      <h1 className="pt-2 pb-5 font-serif text-head">{t(name)}</h1>
      <form action={action} method="get">
        <HiddenFields fields={kept} />
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-ink bg-wall py-3">
          <button type="submit" className="button">
            {t('showWorks')}
          </button>
          <Link href={backHref} className="link py-1">
            {t('back')}
          </Link>
        </div>
        <div className="gap-x-10 sm:columns-2 lg:columns-3 [&>ul]:max-h-none">
          <FacetValues name={name} choices={useFacetChoices()(name, facets, chosen)} chosen={chosen} />
        </div>
      </form>
    </div>
  );
}
