import { useFormatter, useTranslations } from 'next-intl';
import { type QueryTerm, searchHref } from '@/lib/search/query';
import { type SearchReference } from '@/lib/search/references';
import { type SearchResult } from '@/lib/search/search.service';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { BalanceControl } from './balance-control';
import { balanceOf } from '@/lib/search/blend-form';
import { CopyLink } from './copy-link';
import { EmptyResults } from '@/components/collection/empty-results';
import { FacetBar } from '@/components/collection/facet-bar';
import { Hits } from './hits';
import { Pager } from '@/components/collection/pager';
import { PaletteLinks } from './palette-links';
import { Provenance } from './provenance';
import { QueryPicture } from './query-picture';
import { pageHref } from '@/lib/search/search-links';
import { WeightsControl } from './weights-control';

/** Several terms at once: the query on the left, one wall of works that match the blend. */
export function BlendSearch({ result }: { result: SearchResult }) {
  const t = useTranslations('search');
  const { query, references } = result;
  const kind = query.terms[0]?.kind ?? 'style';
  const asked = embeddingKinds.filter((one) => query.terms.some((term) => term.kind === one));
  return (
    <div className="shell grid gap-x-10 gap-y-8 md:grid-cols-[minmax(13rem,17rem)_1fr] lg:gap-x-14">
      <aside aria-label={t('query')} className="space-y-6 md:sticky md:top-6 md:self-start">
        <h1 className="font-serif text-head">
          <Title asked={asked} pictures={references.length} />
        </h1>
        <div className="grid grid-cols-2 gap-4 md:gap-3">
          {references.map((reference) => (
            <div key={reference.ref} className={references.length === 1 ? 'col-span-2 max-md:max-w-48' : ''}>
              <p className="mb-1.5 text-fine text-quiet first-letter:uppercase">
                <Wishes terms={query.terms} reference={reference} />
              </p>
              <QueryPicture reference={reference} sizes="(min-width: 56rem) 17rem, 45vw" />
            </div>
          ))}
        </div>
        <Control result={result} />
        <p className="text-fine">
          <CopyLink />
        </p>
      </aside>
      <div className="min-w-0">
        {result.facets && (
          <FacetBar
            facets={result.facets}
            total={result.total}
            filter={query.filter}
            hrefFor={(filter) => searchHref({ ...query, filter, page: 1 })}
          />
        )}
        <div className="mt-8">
          {result.hits.length === 0 ? (
            <EmptyResults title={t('empty')} clearHref={searchHref({ ...query, filter: {}, page: 1 })} />
          ) : (
            <Hits
              hits={result.hits}
              kind={kind}
              asked={asked}
              scales={result.scales}
              size="room"
              label={t('results')}
            />
          )}
        </div>
        <Pager page={result.page} pages={result.pages} hrefFor={(page) => pageHref(query, page)} />
        <div className="mt-10">
          <Provenance result={result} />
        </div>
      </div>
    </div>
  );
}

function Title({ asked, pictures }: { asked: readonly EmbeddingKind[]; pictures: number }) {
  const t = useTranslations('search');
  const kinds = useTranslations('kinds');
  const format = useFormatter();
  if (pictures > 1) return t('pictures');
  if (asked.length === 1) return asked[0] === 'palette' ? t('colours') : t('away');
  return t('blended', {
    kinds: format.list(
      asked.map((kind) => kinds(kind)),
      'and',
    ),
  });
}

/** The part that one of the pictures has in the search: "its style and not its colours". */
function Wishes({ terms, reference: { ref } }: { terms: readonly QueryTerm[]; reference: SearchReference }) {
  const t = useTranslations('kinds');
  const format = useFormatter();
  const kinds = terms
    .filter((term) => term.ref === ref)
    .map(({ kind, weight }) => t(weight < 0 ? 'notIts' : 'its', { kind }));
  return format.list(kinds, 'and');
}

function Control({ result: { query, references } }: { result: SearchResult }) {
  const t = useTranslations();
  const [first, second] = query.terms;
  const [only] = query.terms.length === 1 ? query.terms : [];
  if (only?.kind === 'palette' && only.weight > 0)
    return <PaletteLinks queryRef={only.ref} asked="palette" />;
  const balanced = query.terms.length === 2 && first && second && first.weight > 0 && second.weight > 0;
  if (!balanced) return <WeightsControl terms={query.terms} references={references} filter={query.filter} />;
  const label = ({ kind, ref }: QueryTerm) => {
    const { artwork } = references.find((reference) => reference.ref === ref) ?? {};
    const title = artwork?.title ?? t('search.yourPicture');
    return references.length === 1 ? t('kinds.its', { kind }) : t('kinds.of', { kind, title });
  };
  return (
    <BalanceControl
      labels={[label(first), label(second)]}
      terms={[first, second]}
      balance={balanceOf(query.terms)}
      filter={query.filter}
    />
  );
}
