import { type Metadata } from 'next';
import { EmptyResults } from '@/components/collection/empty-results';
import { FacetBar } from '@/components/collection/facet-bar';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { worksLabel } from '@/components/works/artwork-label';
import { Pager } from '@/components/collection/pager';
import { ProblemPage } from '@/components/layout/problem-page';
import { keptFields } from '@/lib/search/search-links';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { SubmitOnChange } from '@/components/forms/submit-on-change';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';
import { countFacets, listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { type PageAddress, toSearchParams } from '../page-address';
import { type BrowseQuery, browseHref, parseBrowseQuery, sortNames } from './browse-query';

const pageSize = 48;

export async function generateMetadata({ searchParams }: PageAddress): Promise<Metadata> {
  const filtered = [...toSearchParams(await searchParams)].length > 0;
  return { title: 'Browse', ...(filtered && { robots: { index: false } }) };
}

export default async function BrowsePage({ searchParams }: PageAddress) {
  try {
    return await works(parseBrowseQuery(toSearchParams(await searchParams)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isCollectionUnavailable(error)) return <UnavailableCollection />;
    const { status, title } = problemKinds[error.kind];
    return (
      <ProblemPage status={status} title={title} detail={error.message}>
        <a href="/browse" className="button">
          Browse all works
        </a>
      </ProblemPage>
    );
  }
}

async function works(query: BrowseQuery) {
  const { filter, sort, page } = query;
  const db = await database();
  const [{ artworks, total }, facets] = await Promise.all([
    listArtworks(db, { filter, sort, offset: (page - 1) * pageSize, limit: pageSize }),
    countFacets(db, filter),
  ]);
  return (
    <div className="shell">
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 pt-4 pb-6 md:pt-8">
        <h1 className="font-serif text-title tracking-[-0.015em]">Browse</h1>
        <TextForm query={query} />
      </div>
      <FacetBar
        facets={facets}
        filter={filter}
        hrefFor={(next) => browseHref({ ...query, filter: next, page: 1 })}
      >
        <SortForm query={query} />
      </FacetBar>
      <p className="mt-6 mb-6 border-t border-ink pt-2.5 text-quiet" role="status">
        {worksLabel(total)}
      </p>
      {artworks.length === 0 ? (
        <EmptyResults title="No work answers to all of that." clearHref="/browse" />
      ) : (
        <Wall label="Works">
          {artworks.map((artwork, index) => (
            <WorkTile
              key={artwork.id}
              artwork={artwork}
              sizes="(min-width: 72rem) 20rem, (min-width: 40rem) 30vw, 45vw"
              eager={index < 6}
            />
          ))}
        </Wall>
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(next) => browseHref({ ...query, page: next })}
      />
    </div>
  );
}

function TextForm({ query: { filter, sort } }: { query: BrowseQuery }) {
  return (
    <form action="/browse" method="get" role="search" className="flex w-full max-w-md">
      <HiddenFields fields={keptFields({ facets: filter.facets })} />
      {sort && <input type="hidden" name="sort" value={sort} />}
      <label htmlFor="q" className="sr-only">
        Search titles, artists, movements, subjects
      </label>
      <input
        id="q"
        type="search"
        name="q"
        defaultValue={filter.text ?? ''}
        maxLength={200}
        placeholder="Title, artist, movement, subject"
        className="field border-r-0"
      />
      <button type="submit" className="button shrink-0">
        Search
      </button>
    </form>
  );
}

function SortForm({ query }: { query: BrowseQuery }) {
  return (
    <SubmitOnChange action="/browse" method="get" className="ml-auto flex items-center gap-2 max-sm:ml-0">
      <HiddenFields fields={keptFields(query.filter)} />
      <label htmlFor="sort" className="text-quiet">
        Sort by
      </label>
      <select
        id="sort"
        name="sort"
        defaultValue={query.sort}
        className="min-h-10 border border-edge bg-wall px-2 hover:border-ink"
      >
        {sortNames(query.filter).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="button-quiet">
          Sort
        </button>
      </noscript>
    </SubmitOnChange>
  );
}
