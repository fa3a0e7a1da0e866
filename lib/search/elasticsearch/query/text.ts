import { type estypes } from '@elastic/elasticsearch';
import { matchingIds } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import {
  pairsToResemble,
  resolveText as resolveTextWords,
  type Spelling,
  type TextWord,
} from '@/lib/catalog/text-query';

type Query = estypes.QueryDslQueryContainer;

/** What a text means: the works that Postgres found for it or, if they are too many to list, its words. */
export type TextCondition = { readonly ids: readonly string[] } | { readonly words: readonly TextWord[] };

/** The most ids that a request carries. Elasticsearch allows 65,536, but reads them again with every request. */
export const textIdsMax = 10_000;

/**
 * Resolves a text by the rules of Postgres, as everywhere else in Gafu. A text that more than {@link textIdsMax}
 * works match is of common words, which the index can look up by itself.
 */
export async function resolveText(db: Database, text: string | undefined): Promise<TextCondition | null> {
  if (text === undefined || text.trim() === '') return null;
  const ids = await matchingIds(db, { text }, textIdsMax + 1);
  if (ids.length <= textIdsMax) return { ids };
  return { words: (await resolveTextWords(db, text))?.words ?? [] };
}

export function textQueries(text: TextCondition): Query[] {
  if ('ids' in text) return [{ terms: { id: [...text.ids] } }];
  return text.words.map(({ spellings, isKnown }) => ({
    bool: {
      should: [...spellings.map(spellingQuery), ...(isKnown ? [] : spellings.map(similarQuery))],
      minimum_should_match: 1,
    },
  }));
}

function spellingQuery({ lexemes, isSequence }: Spelling): Query {
  const filter = lexemes.map((value): Query =>
    isSequence ? { term: { words: { value } } } : { prefix: { words: { value } } },
  );
  return { bool: { filter } };
}

/** With one or two typing errors, depending on the length; in scripts without blanks, with most pairs of characters. */
function similarQuery({ lexemes, isSequence }: Spelling): Query {
  if (isSequence) {
    const should = lexemes.map((value): Query => ({ term: { words: { value } } }));
    return { bool: { should, minimum_should_match: pairsToResemble(lexemes) } };
  }
  const filter = lexemes.map((value): Query => ({
    fuzzy: { words: { value, fuzziness: 'AUTO', prefix_length: 1 } },
  }));
  return { bool: { filter } };
}
