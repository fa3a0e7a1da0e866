import { useTranslations } from 'next-intl';
import { type ArtworkFilter, type FacetName, facetNames, type Facets } from '@/lib/catalog/artwork';
import { DismissDetails } from '@/components/forms/dismiss-details';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { SubmitOnChange } from '@/components/forms/submit-on-change';
import { Link } from '@/i18n/link';
import { facetValueLabel, inOrder, useFacetChoices, yearsLabel } from './facet-choices';
import { FilterMenu } from './filter-menu';
import { countFilter, withoutFacetValue, withoutText, withoutYears } from '@/lib/search/search-links';
import { YearsMenu } from './years-menu';

interface FacetBarProps {
  facets: Facets;
  /** Of the works that the filter leaves. */
  total: number;
  filter: ArtworkFilter;
  /** The path of the list. */
  action: string;
  /** What the list keeps when its facets change. */
  kept: readonly [name: string, value: string][];
  hrefFor: (filter: ArtworkFilter) => string;
  /** The page with all values of a facet; left out: all stand in the menus. */
  moreHref?: (name: FacetName) => string;
  /** Menus beside those of the facets, which are fields of the same form. */
  menus?: React.ReactNode;
  /** What else narrows the list, and where it does not. */
  more?: readonly ChosenValue[];
  /** Where nothing narrows the list; left out: `hrefFor({})`. */
  clearHref?: string;
  children?: React.ReactNode;
}

/** A value that narrows the list. */
export interface ChosenValue {
  readonly key: string;
  readonly text: string;
  /** The list without it. */
  readonly href: string;
}

/** Values that a menu with a page for the others has; of a long list the least frequent stand there. */
const menuValuesMax = 12;

/** Facets with counts, in one form: a value narrows or widens the list at once, or by a button without JavaScript. */
export function FacetBar({
  facets,
  total,
  filter,
  action,
  kept,
  moreHref,
  menus,
  children,
  ...chips
}: FacetBarProps) {
  const t = useTranslations('collection');
  const shown = facetNames.filter((name) => filter.facets?.[name]?.length || narrows(facets[name], total));
  return (
    <div className="space-y-3">
      <DismissDetails className="relative max-sm:space-y-2 sm:flex sm:flex-wrap sm:items-center sm:gap-2">
        <SubmitOnChange action={action} aria-label={t('facets')} className="max-sm:menu-strip sm:contents">
          <HiddenFields fields={kept} />
          {shown.map((name) => (
            <FacetMenu
              key={name}
              name={name}
              facets={facets}
              chosen={filter.facets?.[name] ?? []}
              moreHref={moreHref?.(name)}
            />
          ))}
          {(facets.century.length > 0 || filter.years) && (
            <YearsMenu centuries={inOrder('century', facets)} years={filter.years} />
          )}
          {menus}
        </SubmitOnChange>
        {children}
      </DismissDetails>
      <Chosen filter={filter} {...chips} />
    </div>
  );
}

/** One value that every work has leaves nothing to choose. */
function narrows(values: Facets[FacetName], total: number): boolean {
  return values.length > 1 || values.some(({ count }) => count < total);
}

interface FacetMenuProps {
  name: FacetName;
  facets: Facets;
  chosen: readonly string[];
  /** Of all values; left out: all stand in the menu. */
  moreHref?: string;
}

function FacetMenu({ name, facets, chosen, moreHref }: FacetMenuProps) {
  const t = useTranslations('collection');
  const all = useFacetChoices()(name, facets, chosen);
  const isLong = moreHref !== undefined && all.length > menuValuesMax && name !== 'century';
  const choices = isLong ? all.filter(([value], at) => at < menuValuesMax || chosen.includes(value)) : all;
  return (
    <FilterMenu
      label={t(name)}
      name={name}
      choices={choices}
      chosen={chosen}
      more={isLong ? { href: moreHref, label: t('more', { facet: t(name) }) } : undefined}
    />
  );
}

function Chosen({
  filter,
  hrefFor,
  more = [],
  clearHref,
}: Pick<FacetBarProps, 'filter' | 'hrefFor' | 'more' | 'clearHref'>) {
  const t = useTranslations('collection');
  const words = useTranslations('artwork');
  if (countFilter(filter) + more.length === 0) return null;
  const values = facetNames.flatMap((name) =>
    (filter.facets?.[name] ?? []).map((value) => ({
      key: `${name}=${value}`,
      text: facetValueLabel(t, name, value),
      href: hrefFor(withoutFacetValue(filter, name, value)),
    })),
  );
  const text = filter.text
    ? [{ key: 'q', text: t('text', { text: filter.text }), href: hrefFor(withoutText(filter)) }]
    : [];
  const years = filter.years
    ? [{ key: 'years', text: yearsLabel(t, words, filter.years), href: hrefFor(withoutYears(filter)) }]
    : [];
  return (
    <ul aria-label={t('chosen')} className="flex flex-wrap items-center gap-2">
      {[...text, ...values, ...years, ...more].map((chip) => (
        <li key={chip.key}>
          <Link
            href={chip.href}
            scroll={false}
            className="flex items-center gap-2 bg-plinth px-3 py-1.5 text-fine hover:text-seal"
          >
            {chip.text}
            <span aria-hidden="true">×</span>
            <span className="sr-only">{t('remove')}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={clearHref ?? hrefFor({})}
          scroll={false}
          className="link px-1.5 py-1.5 text-fine text-quiet"
        >
          {t('clearAll')}
        </Link>
      </li>
    </ul>
  );
}
