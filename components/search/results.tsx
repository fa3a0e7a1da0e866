import { useFormatter, useTranslations } from 'next-intl';
import { EmptyResults } from '@/components/collection/empty-results';
import { FacetBar } from '@/components/collection/facet-bar';
import { ListFormats } from '@/components/collection/list-formats';
import { Pager } from '@/components/collection/pager';
import { WordsMenu } from '@/components/collection/words-menu';
import { queryFields, searchHref, viewOf } from '@/lib/search/query';
import { type SearchHit } from '@/lib/search/search-hits';
import { facetHref, listAddress, pageHref } from '@/lib/search/search-links';
import { nearestMax } from '@/lib/search/sort-by-year';
import { type SearchResult } from '@/lib/search/search.service';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { Display } from './display';
import { Hits } from './hits/hits';
import { Provenance } from './provenance';
import { Question } from './question/question';
import { Timeline } from './hits/timeline';

interface ResultsProps extends Omit<React.ComponentProps<typeof Question>, 'result'> {
  /** The answer to the query: its facets and pages serve every list. */
  result: SearchResult;
  /** One picture's hits by each of these kinds, side by side; null: one list of what matches the whole query. */
  columns: readonly { readonly kind: EmbeddingKind; readonly hits: readonly SearchHit[] }[] | null;
}

/** The question on the left, and the works that answer it. */
export function Results({ result, columns, ...own }: ResultsProps) {
  const t = useTranslations('search');
  const { query, facets, hits } = result;
  const isTimeline = viewOf(query) === 'timeline';
  return (
    <div className="shell grid gap-x-10 gap-y-6 md:grid-cols-[minmax(13rem,17rem)_1fr] lg:gap-x-14">
      <Question result={result} {...own} />
      <div className="min-w-0">
        <h1 className={columns ? 'sr-only' : 'mb-5 font-serif text-head'}>
          <Title result={result} isCompared={columns !== null} />
        </h1>
        {facets && (
          <FacetBar
            facets={facets}
            total={result.total}
            filter={query.filter}
            action="/search"
            kept={queryFields({ ...query, filter: {} })}
            hrefFor={(filter) => searchHref({ ...query, filter, page: 1 })}
            moreHref={(name) => facetHref(query, name)}
            menus={<WordsMenu text={query.filter.text} />}
          >
            <Display query={query} />
          </FacetBar>
        )}
        {query.sort === 'year' && result.total > nearestMax && (
          <p className="mt-5 text-fine text-quiet">{t('yearNote', { count: nearestMax })}</p>
        )}
        {hits.length === 0 ? (
          <EmptyResults title={t('empty')} clearHref={searchHref({ ...query, filter: {}, page: 1 })} />
        ) : columns ? (
          <div className="mt-7 grid gap-x-14 gap-y-8 lg:grid-cols-2">
            {columns.map(({ kind, hits }, at) => (
              <section key={kind} aria-labelledby={`similar-${kind}`} className="min-w-0">
                <h2 id={`similar-${kind}`} className="mb-4 border-t border-ink pt-2.5 font-serif text-head">
                  {t(kind)}
                </h2>
                <Hits
                  result={{ ...result, hits }}
                  kinds={[kind]}
                  size="half"
                  label={t(kind)}
                  isFirst={at === 0}
                />
              </section>
            ))}
          </div>
        ) : isTimeline ? (
          <Timeline result={result} kinds={kindsOf(result)} />
        ) : (
          <div className="mt-7">
            <Hits
              result={result}
              kinds={kindsOf(result)}
              size="room"
              label={t('results')}
              isFirst
              isGrowing
            />
          </div>
        )}
        {columns && (
          <Pager page={result.page} pages={result.pages} hrefFor={(page) => pageHref(query, page)} />
        )}
        <div className="mt-10 space-y-3">
          <Provenance result={result} />
          <ListFormats total={result.total} path={listAddress(query)} />
        </div>
      </div>
    </div>
  );
}

function Title({ result, isCompared }: { result: SearchResult; isCompared: boolean }) {
  const t = useTranslations('search');
  const kinds = useTranslations('kinds');
  const format = useFormatter();
  const { references, query } = result;
  const [reference] = references;
  if (references.length > 1) return t('pictures');
  if (isCompared)
    return reference?.artwork ? t('worksLike', { title: reference.artwork.title }) : t('worksLikeYours');
  const [kind, ...more] = kindsOf(result);
  if (query.terms.every(({ weight }) => weight < 0)) return t('away');
  if (kind && more.length === 0) return t(kind);
  return t('blended', {
    kinds: format.list(
      kindsOf(result).map((one) => kinds(one)),
      'and',
    ),
  });
}

function kindsOf({ query }: SearchResult): readonly EmbeddingKind[] {
  return embeddingKinds.filter((kind) => query.terms.some((term) => term.kind === kind));
}
