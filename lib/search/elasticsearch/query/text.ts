import { type estypes } from '@elastic/elasticsearch';
import { searchWords } from '@/lib/catalog/artwork-filter';
import { foldedWords, matchingIds } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';

/** What a text means: the works that Postgres found for it or, if they are too many to list, its folded words. */
export type TextCondition = { readonly ids: readonly string[] } | { readonly words: readonly string[] };

/** The most ids that a request carries. Elasticsearch allows 65,536, but reads them again with every request. */
export const textIdsMax = 10_000;

/**
 * Resolves a text by the rules of Postgres, as everywhere else in Gafu. A text that more than {@link textIdsMax}
 * works match is of common words, which the index can look up by itself.
 */
export async function resolveText(db: Database, text: string | undefined): Promise<TextCondition | null> {
  if (text === undefined || text.trim() === '') return null;
  const words = searchWords(text);
  if (words.length === 0) return { ids: [] };
  const ids = await matchingIds(db, { text }, textIdsMax + 1);
  return ids.length <= textIdsMax ? { ids } : { words: await foldedWords(db, words) };
}

/** A word matches by its beginning, or with one or two typing errors. */
export function textQueries(text: TextCondition): estypes.QueryDslQueryContainer[] {
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
