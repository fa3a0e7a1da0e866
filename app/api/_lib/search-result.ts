import { type z } from 'zod';
import { type Audience } from '@/lib/platform/cache-control';
import { type LiveNetwork } from '@/lib/search/live-network';
import { formatSearchQuery, queryLimits, searchHref } from '@/lib/search/query';
import { type VectorSearchResult } from '@/lib/search/search-by-vectors';
import { type SearchHit } from '@/lib/search/search-hits';
import { type SearchResult } from '@/lib/search/search.service';
import { artworkJson, imageJson } from './artwork';
import { listAnswer } from './list-answer';
import { pagingLinks } from './paging';
import { type listRepresentations } from './parameters';
import {
  type hitSchema,
  type networkSchema,
  type searchResultSchema,
  type vectorResultSchema,
} from './search.schema';

/** A search's answer as the API shows it. */
export function searchResultJson(result: SearchResult): z.input<typeof searchResultSchema> {
  const { query, page, pages, pageSize, total, facets } = result;
  const pairs = [...new URLSearchParams(formatSearchQuery({ ...query, view: undefined, page: 1 }))];
  if (pageSize !== queryLimits.pageSize) pairs.push(['limit', String(pageSize)]);
  return {
    query: {
      terms: query.terms.map(({ kind, ref, detail = null, weight }) => ({ kind, ref, detail, weight })),
      text: query.filter.text ?? null,
      sort: query.sort ?? 'likeness',
      years: query.filter.years ?? null,
      facets: mutable(query.filter.facets ?? {}),
    },
    references: result.references.map(
      ({ ref, kind, detail, colours, artwork, image, readOnDevice, expiresAt }) => ({
        ref,
        kind,
        detail,
        colours: colours && [...colours],
        artwork: artwork && artworkJson(artwork),
        image: image && imageJson(image),
        readOnDevice,
        expiresAt: expiresAt?.toISOString() ?? null,
      }),
    ),
    hits: result.hits.map((hit, i) => hitJson(hit, (page - 1) * pageSize + i + 1)),
    total,
    page,
    pages,
    facets: facets && mutable(facets),
    network: networkJson(result.network),
    links: {
      ...pagingLinks('/api/v1/search', pairs, { page, pages }),
      page: searchHref({ ...query, page: 1 }),
    },
  };
}

/** A search's answer as the client wants it. */
export function searchAnswer(
  request: Request,
  as: (typeof listRepresentations)[number] | undefined,
  result: SearchResult,
  audience: Audience,
): Promise<Response> {
  const json = searchResultJson(result);
  const titles = result.references.flatMap(({ artwork }) => artwork?.title ?? []);
  const list = {
    json,
    artworks: result.hits.map(({ artwork }) => artwork),
    filter: result.query.filter,
    label: titles.length === 0 ? 'Works found' : `Works like ${titles.join(' and ')}`,
    links: json.links,
    homepage: json.links.page,
  };
  return listAnswer(request, as, list, { audience });
}

/** What vectors found, as the API shows it. */
export function vectorResultJson(result: VectorSearchResult): z.input<typeof vectorResultSchema> {
  const { hits, total, network } = result;
  return { hits: hits.map((hit, i) => hitJson(hit, i + 1)), total, network: networkJson(network) };
}

function hitJson(
  { artwork, score, cosines, strength, duplicateOf }: SearchHit,
  rank: number,
): z.input<typeof hitSchema> {
  return {
    rank,
    artwork: artworkJson(artwork),
    score,
    cosines,
    strength: strength && { percentile: Math.floor(strength.percentile * 100) / 100, weak: strength.weak },
    duplicateOf,
  };
}

/** What made the results, as the API shows it. */
export function networkJson({ name, recipe, spaces }: LiveNetwork): z.input<typeof networkSchema> {
  const shown = Object.entries(spaces).map(([kind, { id, extractor, descriptor, dimensions }]) => [
    kind,
    { id, extractor, layers: [...descriptor.layers], statistic: descriptor.statistic, dimensions },
  ]);
  return { name, recipe, spaces: Object.fromEntries(shown) };
}

/** Zod's types are of arrays that may be written to. */
function mutable<Key extends string, Value>(record: Partial<Record<Key, readonly Value[]>>) {
  return Object.fromEntries(
    Object.entries<readonly Value[] | undefined>(record).map(([key, values]) => [key, [...(values ?? [])]]),
  ) as Record<Key, Value[]>;
}
