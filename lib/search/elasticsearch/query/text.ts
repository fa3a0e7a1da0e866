import { searchWords } from '@/lib/catalog/artwork-filter';
import { foldedWords, matchingIds } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { type TextCondition } from './filter';

/** So many works Postgres names; Elasticsearch takes 65,536 at most, and reads them with every request. */
export const textIdsMax = 10_000;

/**
 * What a text asks for, by the rules of Postgres' full-text and trigram search, as everywhere else in Gafu: the
 * works themselves where they are few. Where they are many, which words are meant is certain enough for the index
 * to look for them itself.
 */
export async function resolveText(db: Database, text: string | undefined): Promise<TextCondition | null> {
  if (text === undefined || text.trim() === '') return null;
  const words = searchWords(text);
  if (words.length === 0) return { ids: [] };
  const ids = await matchingIds(db, { text }, textIdsMax + 1);
  return ids.length <= textIdsMax ? { ids } : { words: await foldedWords(db, words) };
}
