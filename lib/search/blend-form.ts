import { parseSearchQuery, type QueryTerm, type SearchQuery } from './query';

/**
 * Reads the blend control's form: `style` and `content` as in a search's address but without weights; then
 * `balance` (0 … 100, the part of the first term; of two terms), or one `weight` (−100 … 100) for each term in
 * order. Terms of no weight drop out; the page begins again.
 * @throws Problem `invalid-request`
 */
export function blendFromForm(params: URLSearchParams): SearchQuery {
  const query = parseSearchQuery(params);
  const weights = weightsFromForm(params, query.terms.length);
  const terms = query.terms.flatMap((term, index): QueryTerm[] => {
    const weight = (weights[index] ?? 100) / 100;
    return weight === 0 ? [] : [{ ...term, weight }];
  });
  const [first] = terms;
  const only = terms.length === 1 && first && first.weight > 0 ? [{ ...first, weight: 1 }] : terms;
  return { ...query, terms: only, page: 1 };
}

function weightsFromForm(params: URLSearchParams, count: number): number[] {
  const balance = params.get('balance');
  if (balance !== null && count === 2) return [percent(balance), 100 - percent(balance)];
  return params.getAll('weight').map(percent);
}

function percent(text: string): number {
  const value = Math.round(Number(text));
  return Number.isFinite(value) ? Math.min(100, Math.max(-100, value)) : 100;
}

/** Where the balance slider stands: the first term's part of the two, 0 … 100. */
export function balanceOf([first, second]: readonly QueryTerm[]): number {
  if (!first || !second) return 50;
  return Math.round((100 * first.weight) / (first.weight + second.weight));
}
