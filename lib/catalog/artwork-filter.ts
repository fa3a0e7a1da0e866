import {
  type ArtworkFilter,
  type ArtworkState,
  artworkStates,
  facetNames,
  type FacetName,
  type Publication,
  publications,
  type YearRange,
} from './artwork';
import { lacksField, type MissingField } from './missing-fields';
import { Prisma } from './prisma/client';
import {
  pairQuery,
  pairsToResemble,
  type Spelling,
  storable,
  type TextQuery,
  type TextWord,
  tsquery,
  wholeTsquery,
} from './text-query';

/** What narrows a list of works, with its text resolved. */
export interface ResolvedFilter extends Pick<ArtworkFilter, 'facets' | 'years'> {
  readonly text: TextQuery | null;
}

/** Which works a list may hold, whatever its filter. */
export interface Shown {
  readonly states: readonly ArtworkState[];
  /** For curators; null: only what is public. */
  readonly curated: CuratedWorks | null;
}

/** Which works of the whole collection curators see. */
export interface CuratedWorks {
  readonly publications: readonly Publication[];
  /** Deleted works alone, or all others. */
  readonly deleted: boolean;
  /** Works that lack at least one of these; empty: any. */
  readonly missing: readonly MissingField[];
}

/** What visitors see. */
export const shownToVisitors: Shown = { states: ['ready'], curated: null };

/** Every work that is not deleted. */
export const shownToCurators: Shown = {
  states: artworkStates,
  curated: { publications, deleted: false, missing: [] },
};

/** What `artworks` rows must satisfy. `without`: a facet whose own choice is not counted, for its own counts. */
export function whereMatches(
  filter: ResolvedFilter,
  { states, curated }: Shown,
  without?: FacetName,
): Prisma.Sql {
  const chosen = facetNames.filter((name) => name !== without && (filter.facets?.[name]?.length ?? 0) > 0);
  return Prisma.join(
    [
      Prisma.sql`state = ANY(${[...states]}::artwork_state[])`,
      curated === null ? Prisma.sql`is_public` : whereCurated(curated),
      ...chosen.map((name) => facetCondition(name, filter.facets?.[name] ?? [])),
      ...(filter.years ? yearConditions(filter.years) : []),
      ...(filter.text === null ? [] : textConditions(filter.text)),
    ],
    ' AND ',
  );
}

/** A date with an open end, such as "before 1850", counts by the year that it names, as in `centuries`. */
function yearConditions({ from, to }: YearRange): Prisma.Sql[] {
  return [
    ...(from === null ? [] : [Prisma.sql`coalesce(year_to, year_from) >= ${from}`]),
    ...(to === null ? [] : [Prisma.sql`coalesce(year_from, year_to) <= ${to}`]),
  ];
}

function whereCurated({ publications, deleted, missing }: CuratedWorks): Prisma.Sql {
  return Prisma.join(
    [
      deleted ? Prisma.sql`deleted_at IS NOT NULL` : Prisma.sql`deleted_at IS NULL`,
      Prisma.sql`publication = ANY(${[...publications]}::publication[])`,
      ...(missing.length === 0 ? [] : [Prisma.sql`(${Prisma.join(missing.map(lacksField), ' OR ')})`]),
    ],
    ' AND ',
  );
}

/**
 * How well rows fit a text, for ordering: for each word the best field that has it, title and artist first, there the
 * whole word before a part of one. Similar words come below all others.
 */
export function relevance({ folded, words }: TextQuery): Prisma.Sql {
  const isTitle = Prisma.sql`(CASE WHEN gafu_fold(title) = ${folded} THEN 0.5 ELSE 0 END)`;
  return Prisma.join([isTitle, ...words.map(fitOf)], ' + ');
}

const fieldWeights = ['A', 'B', 'C', 'D'];

function fitOf({ latin, spellings, isKnown }: TextWord): Prisma.Sql {
  const fits = fieldWeights.flatMap((weight) => [
    wholeTsquery(spellings, weight),
    tsquery(spellings, weight),
  ]);
  const cases = fits.map(
    (query, i) => Prisma.sql`WHEN search_vector @@ ${query} THEN ${fits.length - i}::float8`,
  );
  const likeness = Prisma.sql`
    greatest(word_similarity(${latin}, search_text), 0.5 * word_similarity(${latin}, search_details))`;
  return Prisma.sql`(CASE ${Prisma.join(cases, ' ')} ELSE ${isKnown ? Prisma.sql`0` : likeness} END)`;
}

/** Where the values of a facet are. A work may have several of `list`. */
const facetColumns = {
  artist: { list: 'artist_names' },
  movement: { list: 'movements' },
  genre: { list: 'genres' },
  subject: { list: 'subjects' },
  century: { list: 'centuries' },
  colour: { list: 'colours' },
  medium: { column: 'medium' },
  kind: { column: 'object_kind' },
  collection: { column: 'collection' },
  rights: { column: 'rights' },
} as const satisfies Record<FacetName, { readonly list: string } | { readonly column: string }>;

function facetCondition(name: FacetName, values: readonly string[]): Prisma.Sql {
  const where = facetColumns[name];
  if ('column' in where)
    return Prisma.sql`${Prisma.raw(where.column)} = ANY(${values.map(storable)}::text[])`;
  if (name !== 'century') return Prisma.sql`${Prisma.raw(where.list)} && ${values.map(storable)}::text[]`;
  const centuries = values.filter((value) => /^-?\d{1,4}$/.test(value)).map(Number);
  return Prisma.sql`centuries && ${centuries}::integer[]`;
}

/** The works with the values of a facet, a row for each value: a work of 1790 to 1810 counts in two centuries. */
export function valuesOfWorks(name: FacetName): Prisma.Sql {
  const where = facetColumns[name];
  return 'list' in where
    ? Prisma.sql`artworks, unnest(${Prisma.raw(where.list)}) AS value`
    : Prisma.sql`(SELECT *, ${Prisma.raw(where.column)} AS value FROM artworks) AS artworks`;
}

/** Every word must occur; one that no work has must resemble one in any of the fields. */
function textConditions({ words }: TextQuery): Prisma.Sql[] {
  if (words.length === 0) return [Prisma.sql`false`];
  return words.map((word) =>
    word.isKnown
      ? Prisma.sql`search_vector @@ ${tsquery(word.spellings)}`
      : Prisma.sql`(search_vector @@ ${tsquery(word.spellings)} OR ${resembles(word)})`,
  );
}

/** In descriptions nearly every short word has a similar one. */
const latinLengthInDetails = 5;

function resembles({ latin, spellings }: TextWord): Prisma.Sql {
  const ways = [
    Prisma.sql`${latin} <% search_text`,
    ...(latin.length < latinLengthInDetails ? [] : [Prisma.sql`${latin} <% search_details`]),
    ...spellings.filter(({ isSequence }) => isSequence).map(hasMostPairs),
  ];
  return Prisma.join(ways, ' OR ');
}

/** What stands in for trigrams in scripts without blanks. */
function hasMostPairs({ lexemes }: Spelling): Prisma.Sql {
  const counted = lexemes.map((pair) => Prisma.sql`(search_vector @@ ${pairQuery([pair])})::integer`);
  return Prisma.sql`
    (search_vector @@ ${pairQuery(lexemes)} AND ${Prisma.join(counted, ' + ')} >= ${pairsToResemble(lexemes)})`;
}
