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
import { kindNouns, listed, sentenceCase } from './kind-words';
import { Pager } from '@/components/collection/pager';
import { PaletteLinks } from './palette-links';
import { Provenance } from './provenance';
import { QueryPicture } from './query-picture';
import { pageHref } from '@/lib/search/search-links';
import { WeightsControl } from './weights-control';

/** Several wishes at once: what is asked on the left, one wall of works that answer all of it. */
export function BlendSearch({ result }: { result: SearchResult }) {
  const { query, references } = result;
  const kind = query.terms[0]?.kind ?? 'style';
  const asked = embeddingKinds.filter((one) => query.terms.some((term) => term.kind === one));
  return (
    <div className="shell grid gap-x-10 gap-y-8 md:grid-cols-[minmax(13rem,17rem)_1fr] lg:gap-x-14">
      <aside aria-label="The query" className="space-y-6 md:sticky md:top-6 md:self-start">
        <h1 className="font-serif text-head">{titleOf(asked, references.length)}</h1>
        <div className="grid grid-cols-2 gap-4 md:gap-3">
          {references.map((reference) => (
            <div key={reference.ref} className={references.length === 1 ? 'col-span-2 max-md:max-w-48' : ''}>
              <p className="mb-1.5 text-fine text-quiet">{wishes(query.terms, reference)}</p>
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
            filter={query.filter}
            hrefFor={(filter) => searchHref({ ...query, filter, page: 1 })}
          />
        )}
        <div className="mt-8">
          {result.hits.length === 0 ? (
            <EmptyResults
              title="No work is left by these filters."
              clearHref={searchHref({ ...query, filter: {}, page: 1 })}
            />
          ) : (
            <Hits
              hits={result.hits}
              kind={kind}
              asked={asked}
              scales={result.scales}
              size="room"
              label="Works that answer the blend"
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

function titleOf(asked: readonly EmbeddingKind[], pictures: number): string {
  if (pictures > 1) return 'A blend of pictures';
  if (asked.length === 1) return asked[0] === 'palette' ? 'In the same colours' : 'Away from a picture';
  return `${sentenceCase(listed(asked.map((kind) => kindNouns[kind])))}, blended`;
}

function wishes(terms: readonly QueryTerm[], { ref }: SearchReference): string {
  const kinds = terms
    .filter((term) => term.ref === ref)
    .map(({ kind, weight }) => (weight < 0 ? `not its ${kindNouns[kind]}` : `its ${kindNouns[kind]}`));
  return sentenceCase(listed(kinds));
}

function Control({ result: { query, references } }: { result: SearchResult }) {
  const [first, second] = query.terms;
  const [only] = query.terms.length === 1 ? query.terms : [];
  if (only?.kind === 'palette' && only.weight > 0)
    return <PaletteLinks queryRef={only.ref} asked="palette" />;
  const balanced = query.terms.length === 2 && first && second && first.weight > 0 && second.weight > 0;
  if (!balanced) return <WeightsControl terms={query.terms} references={references} filter={query.filter} />;
  const label = ({ kind, ref }: QueryTerm) =>
    references.length === 1
      ? `its ${kindNouns[kind]}`
      : `${kindNouns[kind]} of ${references.find((reference) => reference.ref === ref)?.artwork?.title ?? 'your picture'}`;
  return (
    <BalanceControl
      title="Blend"
      labels={[label(first), label(second)]}
      terms={[first, second]}
      balance={balanceOf(query.terms)}
      filter={query.filter}
    />
  );
}
