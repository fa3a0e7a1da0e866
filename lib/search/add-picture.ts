import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type AddTemplate } from './light-links';
import { formatParameters, parseSearchQuery, queryFields, type SearchQuery } from './query';
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

/** The address of {@link withPicture} with the work left open, for the tiles of a list. */
export function addTemplate(blended: Blended): AddTemplate {
  const { kind } = blended;
  // No text comes before the empty one, so the open place is the first of its kind.
  const fields = queryFields(withPicture(blended, ''));
  const at = fields.findIndex(([name]) => name === kind);
  const end = fields.findLastIndex(([name]) => name === kind) + 1;
  const written = fields.map((field) => formatParameters([field]));
  return {
    kind,
    before: written.slice(0, at),
    others: written.slice(at + 1, end),
    weight: fields[at]?.[1] ?? '',
    after: written.slice(end),
  };
}

/** Whether one more picture fits into a search in this kind. */
export function hasRoom({ terms }: SearchQuery, kind: EmbeddingKind): boolean {
  return terms.filter((term) => term.kind === kind).length < termsMax;
}
