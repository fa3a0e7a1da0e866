import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type SearchQuery, searchHref } from './query';

/** What works can be compared by with one picture. */
export const ways = ['style', 'content', 'palette', 'all'] as const;
export type Way = (typeof ways)[number];

const weightsOf: Readonly<Record<Way, Partial<Record<EmbeddingKind, number>>>> = {
  style: { style: 1 },
  content: { content: 1 },
  palette: { palette: 1 },
  // Style a little before the others.
  all: { style: 0.4, content: 0.3, palette: 0.3 },
};

/** The query with its first picture compared in this way, alone; the page begins again. */
export function wayHref(query: SearchQuery, way: Way): string {
  const [first] = query.terms;
  const terms = embeddingKinds.flatMap((kind) => {
    const weight = weightsOf[way][kind];
    return first && weight ? [{ ...first, kind, weight }] : [];
  });
  return searchHref({ ...query, terms, page: 1 });
}

/** The way in which a query compares its only picture; null for any other mixture. */
export function wayOf(query: SearchQuery): Way | null {
  const weights = Object.fromEntries(query.terms.map(({ kind, weight }) => [kind, weight]));
  return (
    ways.find((way) =>
      embeddingKinds.every((kind) => (weightsOf[way][kind] ?? 0) === (weights[kind] ?? 0)),
    ) ?? null
  );
}
