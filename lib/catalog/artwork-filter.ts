import { facetNames, type ArtworkFilter, type ArtworkState, type FacetName } from './artwork';
import { Prisma } from './prisma/client';

const wordsMax = 12;

/** The words of a text search: runs of letters and digits, apostrophes left out. */
export function searchWords(text: string): string[] {
  return (
    text
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.slice(0, wordsMax) ?? []
  );
}

/** What `artworks` rows must satisfy. `without`: a facet whose own choice is not counted, for its own counts. */
export function whereMatches(
  filter: ArtworkFilter,
  states: readonly ArtworkState[],
  without?: FacetName,
): Prisma.Sql {
  const chosen = facetNames.filter((name) => name !== without && (filter.facets?.[name]?.length ?? 0) > 0);
  return Prisma.join(
    [
      Prisma.sql`state = ANY(${[...states]}::artwork_state[])`,
      ...chosen.map((name) => facetCondition(name, filter.facets?.[name] ?? [])),
      ...textConditions(filter.text ?? ''),
    ],
    ' AND ',
  );
}

/** How well rows fit the text, for ordering: weighted words first, likeness for misspelt ones. */
export function relevance(text: string): Prisma.Sql {
  const words = searchWords(text);
  if (words.length === 0) return Prisma.sql`0`;
  const fit = Prisma.join(
    words.map((word) => Prisma.sql`ts_rank(search_vector, ${prefixQuery(word)})`),
    ' + ',
  );
  return Prisma.sql`(${fit} + word_similarity(gafu_fold(${words.join(' ')}), search_text))`;
}

function facetCondition(name: FacetName, values: readonly string[]): Prisma.Sql {
  if (name !== 'century') return Prisma.sql`${Prisma.raw(name)} = ANY(${[...values]}::text[])`;
  const centuries = values.filter((value) => /^-?\d{1,4}$/.test(value)).map(Number);
  return Prisma.sql`century = ANY(${centuries}::integer[])`;
}

/** Every word must occur: from its beginning anywhere, or misspelt in title, artist, movement or subject. */
function textConditions(text: string): Prisma.Sql[] {
  if (text.trim() === '') return [];
  const words = searchWords(text);
  if (words.length === 0) return [Prisma.sql`false`];
  return words.map(
    (word) => Prisma.sql`(search_vector @@ ${prefixQuery(word)} OR gafu_fold(${word}) <% search_text)`,
  );
}

function prefixQuery(word: string): Prisma.Sql {
  return Prisma.sql`to_tsquery('simple', gafu_fold(${word}) || ':*')`;
}
