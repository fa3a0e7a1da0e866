import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { parseSearchQuery, type SearchQuery } from './query';

/** The field that holds a weight in percent, −100 … 100, of one kind of a picture. */
export function weightField(kind: EmbeddingKind, pictureKey: string): string {
  return `${kind}~${pictureKey}`;
}

const fieldPattern = new RegExp(`^(${embeddingKinds.join('|')})~(.+)$`);

/**
 * Reads the form of weights: a {@link weightField} for each kind of each picture, beside a search's other parameters.
 * What weighs nothing is left out, and a single wish to be near weighs 1. The page begins again.
 * @throws Problem `invalid-request`
 */
export function queryFromWeights(fields: URLSearchParams): SearchQuery {
  const pairs = [...fields].flatMap(([name, value]): [string, string][] => {
    const [, kind, ref] = fieldPattern.exec(name) ?? [];
    if (kind === undefined) return [[name, value]];
    const weight = percent(value);
    return weight === 0 ? [] : [[kind, `${ref}~${weight / 100}`]];
  });
  const query = parseSearchQuery(new URLSearchParams(pairs));
  const [first, ...more] = query.terms;
  const isAlone = first !== undefined && more.length === 0 && first.weight > 0;
  return { ...query, terms: isAlone ? [{ ...first, weight: 1 }] : query.terms, page: 1 };
}

function percent(text: string): number {
  const value = Math.round(Number(text));
  return Number.isFinite(value) ? Math.min(100, Math.max(-100, value)) : 100;
}
