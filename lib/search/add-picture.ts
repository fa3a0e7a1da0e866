import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { parseSearchQuery, type SearchQuery } from './query';
import { termsMax } from './question/term';

/** The search that a new picture is to be added to, and what is taken of the picture. */
export interface Blended {
  readonly query: SearchQuery;
  readonly kind: EmbeddingKind;
}

/**
 * Reads it from a form: `with` (a search's parameters) and `as` (style, content or palette); without them, a search for
 * the style of the picture alone.
 * @throws Problem `invalid-request`
 */
export function readBlended(fields: Readonly<Record<string, unknown>>): Blended {
  const query = parseSearchQuery(new URLSearchParams(String(fields.with ?? '')));
  return { query, kind: embeddingKinds.find((known) => known === fields.as) ?? 'style' };
}

/** The search with the picture `ref` in it, which weighs as much as the heaviest of the others. */
export function withPicture({ query, kind }: Blended, ref: string): SearchQuery {
  const weight = Math.max(0, ...query.terms.map((term) => Math.abs(term.weight))) || 1;
  return { ...query, terms: [...query.terms, { kind, ref, weight }], page: 1 };
}

/** Whether one more picture fits into a search in this kind. */
export function hasRoom({ terms }: SearchQuery, kind: EmbeddingKind): boolean {
  return terms.filter((term) => term.kind === kind).length < termsMax;
}
