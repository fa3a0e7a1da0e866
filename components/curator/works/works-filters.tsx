import { useFormatter, useTranslations } from 'next-intl';
import { type ChosenValue, FacetBar } from '@/components/collection/facet-bar';
import { FilterMenu } from '@/components/collection/filter-menu';
import { SortForm } from '@/components/collection/sort-form';
import { artworkStates, facetNames, type Facets, publications } from '@/lib/catalog/artwork';
import { type CuratedCounts } from '@/lib/catalog/curated-works.repository';
import { missingFields } from '@/lib/catalog/missing-fields';
import { keptParameters, pathOf, sortsFor, worksHref, type WorksQuery } from '@/lib/curation/works-query';

interface WorksFiltersProps {
  query: WorksQuery;
  /** How many works the list has. */
  total: number;
  facets: Facets;
  counts: CuratedCounts;
}

/** What curators can narrow by beside the facets that visitors have. */
const ownFilters = { publications, states: artworkStates, missing: missingFields } as const;
type OwnFilter = keyof typeof ownFilters;
const ownNames = Object.keys(ownFilters) as OwnFilter[];

/** The parameters of an address that hold their values. */
const parameters = { publications: 'publication', states: 'state', missing: 'missing' } as const;

/** The filters of the works list and its order. */
export function WorksFilters({ query, total, facets, counts }: WorksFiltersProps) {
  const t = useTranslations('works');
  const empty = { ...query, filter: {}, publications: [], states: [], missing: [], page: 1 };
  return (
    <FacetBar
      facets={facets}
      total={total}
      filter={query.filter}
      action={pathOf(query)}
      kept={keptParameters(query, [...facetNames, 'from', 'to', ...Object.values(parameters)])}
      hrefFor={(filter) => worksHref({ ...query, filter, page: 1 })}
      menus={ownNames.map((name) => (
        <OwnMenu key={name} name={name} query={query} counts={counts} />
      ))}
      more={useChosen(query)}
      clearHref={worksHref(empty)}
    >
      <SortForm
        action={pathOf(query)}
        kept={keptParameters(query, ['sort'])}
        sort={query.sort}
        choices={sortsFor(query).map((value) => ({ value, label: t(`sorts.${value}`) }))}
      />
    </FacetBar>
  );
}

function OwnMenu({ name, query, counts }: Omit<WorksFiltersProps, 'facets' | 'total'> & { name: OwnFilter }) {
  const t = useTranslations('works');
  const format = useFormatter();
  const labelOf = useLabels();
  const numbers: Readonly<Record<string, number>> = counts[name];
  const chosen: readonly string[] = query[name];
  return (
    <FilterMenu
      label={t(`filters.${name}`)}
      name={parameters[name]}
      choices={ownFilters[name]
        .filter((value) => (numbers[value] ?? 0) > 0 || chosen.includes(value))
        .map((value) => [value, format.number(numbers[value] ?? 0), labelOf(name, value)])}
      chosen={chosen}
    />
  );
}

function useChosen(query: WorksQuery): readonly ChosenValue[] {
  const labelOf = useLabels();
  return ownNames.flatMap((name) =>
    query[name].map((value) => ({
      key: `${name}=${value}`,
      text: labelOf(name, value),
      href: worksHref(without(query, name, value)),
    })),
  );
}

function useLabels() {
  const t = useTranslations('works');
  return (name: OwnFilter, value: string) => {
    if (name === 'publications') return t(`publications.${value as WorksQuery['publications'][number]}`);
    if (name === 'states') return t(`states.${value as WorksQuery['states'][number]}`);
    return t(`missing.${value as WorksQuery['missing'][number]}`);
  };
}

function without(query: WorksQuery, name: OwnFilter, value: string): WorksQuery {
  const chosen: readonly string[] = query[name];
  return { ...query, [name]: chosen.filter((other) => other !== value), page: 1 };
}
