import { type estypes } from '@elastic/elasticsearch';
import { type ArtworkFilter, type FacetName, facetNames } from '@/lib/catalog/artwork';

type Query = estypes.QueryDslQueryContainer;

/**
 * What a text asks for: the works that Postgres found by it, or, where those are too many to name, the folded
 * words themselves, which the index then looks for.
 */
export type TextCondition = { readonly ids: readonly string[] } | { readonly words: readonly string[] };

export const isReady: Query = { term: { state: 'ready' } };

/** What narrows a list of works. `without`: a facet whose own choice is not counted, for its own counts. */
export function filterQueries(
  { facets = {} }: Pick<ArtworkFilter, 'facets'>,
  text: TextCondition | null,
  without?: FacetName,
): Query[] {
  const chosen = facetNames.flatMap((name): Query[] => {
    const values = facets[name] ?? [];
    return name === without || values.length === 0 ? [] : [{ terms: { [name]: [...values] } }];
  });
  return [...chosen, ...(text === null ? [] : textQueries(text))];
}

function textQueries(text: TextCondition): Query[] {
  if ('ids' in text) return [{ terms: { id: [...text.ids] } }];
  return text.words.map((word) => ({
    bool: {
      should: [
        { prefix: { words: { value: word } } },
        { fuzzy: { words: { value: word, fuzziness: 'AUTO', prefix_length: 1 } } },
      ],
      minimum_should_match: 1,
    },
  }));
}
