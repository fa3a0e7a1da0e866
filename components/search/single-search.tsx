import { useTranslations } from 'next-intl';
import { type QueryTerm, searchHref } from '@/lib/search/query';
import { type SearchHit } from '@/lib/search/search-hits';
import { type SearchResult } from '@/lib/search/search.service';
import { type StrengthScales } from '@/lib/search/strength/strength';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type NetworkKind } from '@/lib/vision/embedding';
import { BalanceControl } from './balance-control';
import { CopyLink } from './copy-link';
import { EmptyResults } from '@/components/collection/empty-results';
import { FacetBar } from '@/components/collection/facet-bar';
import { Hits } from './hits';
import { Pager } from '@/components/collection/pager';
import { PaletteLinks } from './palette-links';
import { Provenance } from './provenance';
import { QueryPicture } from './query-picture';
import { pageHref, searchFromHref } from '@/lib/search/search-links';
import { SecondPicture } from './second-picture';

interface SingleSearchProps {
  term: QueryTerm;
  /** The result for the kind in the address: its facets and pages serve both columns. */
  result: SearchResult;
  hits: Readonly<Record<NetworkKind, readonly SearchHit[]>>;
  /** What the visitor's device needs to read a second picture; null if it cannot. */
  offer: DeviceOffer | null;
  /** How many days an uploaded query is kept. */
  days: number;
}

/** A search by one picture: the query | works of similar composition | works of similar style. */
export function SingleSearch({ term, result, hits, offer, days }: SingleSearchProps) {
  const t = useTranslations('search');
  const kinds = useTranslations('kinds');
  const { query } = result;
  const [reference] = result.references;
  if (!reference) return null;
  const both = [
    { kind: 'style', ref: term.ref, weight: 0.5 },
    { kind: 'content', ref: term.ref, weight: 0.5 },
  ] as const;
  return (
    <div className="shell grid gap-x-10 gap-y-6 md:grid-cols-[minmax(13rem,17rem)_1fr] lg:gap-x-14">
      <aside aria-label={t('query')} className="md:sticky md:top-6 md:self-start">
        <QueryPicture reference={reference} sizes="(min-width: 56rem) 17rem, 40vw" besideOnPhone />
        <div className="mt-5 space-y-4 border-t border-rule pt-4">
          <BalanceControl
            labels={[kinds('its', { kind: 'style' }), kinds('its', { kind: 'content' })]}
            terms={both}
            balance={50}
            filter={query.filter}
          />
          {result.network.spaces.palette && <PaletteLinks queryRef={term.ref} asked="network" />}
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 text-fine">
            <SecondPicture term={term} offer={offer} days={days} />
            <CopyLink />
          </div>
        </div>
      </aside>
      <div className="min-w-0">
        <h1 className="sr-only">
          {reference.artwork ? t('worksLike', { title: reference.artwork.title }) : t('worksLikeYours')}
        </h1>
        {result.facets && (
          <FacetBar
            facets={result.facets}
            total={result.total}
            filter={query.filter}
            hrefFor={(filter) => searchHref({ ...query, filter, page: 1 })}
          />
        )}
        {result.hits.length === 0 ? (
          <EmptyResults title={t('empty')} clearHref={searchFromHref(term.ref, term.kind)} />
        ) : (
          <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-2">
            {(['content', 'style'] as const).map((kind) => (
              <Column key={kind} kind={kind} hits={hits[kind]} scales={result.scales} queryRef={term.ref} />
            ))}
          </div>
        )}
        <Pager page={result.page} pages={result.pages} hrefFor={(page) => pageHref(query, page)} />
        <div className="mt-10">
          <Provenance result={result} />
        </div>
      </div>
    </div>
  );
}

interface ColumnProps {
  kind: NetworkKind;
  hits: readonly SearchHit[];
  scales: StrengthScales;
  queryRef: string;
}

function Column({ kind, hits, scales, queryRef }: ColumnProps) {
  const title = useTranslations('search')(kind);
  return (
    <section aria-labelledby={`similar-${kind}`} className="min-w-0">
      <h2 id={`similar-${kind}`} className="mb-4 border-t border-ink pt-2.5 font-serif text-head">
        {title}
      </h2>
      <Hits
        hits={hits}
        kind={kind}
        asked={[kind]}
        scales={scales}
        queryRef={queryRef}
        size="column"
        label={title}
      />
    </section>
  );
}
