import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { parseSearchQuery, type QueryTerm, type SearchQuery } from './query';

/** The search that a new picture is to be blended into, and what is taken of the picture. */
export interface Blended {
  readonly terms: readonly QueryTerm[];
  readonly kind: EmbeddingKind;
}

/**
 * Reads it from a form: `with` (a search's parameters) and `as` (style, content or palette); a search of its own
 * where they are left out.
 * @throws Problem `invalid-request`
 */
export function readBlended(fields: Readonly<Record<string, unknown>>): Blended {
  const { terms } = parseSearchQuery(new URLSearchParams(String(fields.with ?? '')));
  return { terms, kind: embeddingKinds.find((known) => known === fields.as) ?? 'style' };
}

/** The search with the picture `ref` in it, all pictures having equal parts. */
export function withPicture({ terms, kind }: Blended, ref: string): SearchQuery {
  const weight = 1 / (terms.length + 1);
  const shared = terms.map((term) => ({ ...term, weight: round(term.weight * (1 - weight)) }));
  return { terms: [...shared, { kind, ref, weight: round(weight) }], filter: {}, page: 1 };
}

/** To the steps that an address can hold. */
function round(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
