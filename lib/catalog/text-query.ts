import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';

/** A text of a search, folded and cut into words. Every word must be found. */
export interface TextQuery {
  /** The whole text, folded. */
  readonly folded: string;
  /** None if the text has no letter and no digit: it then finds nothing. */
  readonly words: readonly TextWord[];
}

export interface TextWord {
  /** Folded, in Latin letters: compared by trigrams. */
  readonly latin: string;
  /** Any of these finds the word. */
  readonly spellings: readonly Spelling[];
  /** Whether a ready work has it. If none has, works with a similar word are found instead. */
  readonly isKnown: boolean;
}

/** One way to find a word: all of these lexemes, each by its beginning or, if `isSequence`, whole and one after the other. */
export interface Spelling {
  readonly lexemes: readonly string[];
  readonly isSequence: boolean;
  /** The lexemes of a work that has precisely this word. */
  readonly whole: readonly string[];
}

const wordsMax = 12;
/** As `gafu_lexemes` cuts it. */
const wholeLengthMax = 100;

interface Row {
  readonly word: string;
  readonly unspaced: boolean;
  readonly latin: string;
  /** With umlauts written out; null if it has none. */
  readonly spelledOut: string | null;
}

/**
 * Folds a text and cuts it into words, as the works' own texts are (see the migration `text_search`), and looks up
 * which of the words any work has.
 * @returns null for a blank text, which narrows nothing
 */
export async function resolveText(db: DatabaseClient, text: string | undefined): Promise<TextQuery | null> {
  if (text === undefined || text.trim() === '') return null;
  const given = storable(text);
  const rows = await db.$queryRaw<(Row & { folded: string })[]>`
    SELECT gafu_fold(${given}) AS folded, plain.word, plain.unspaced, gafu_romanise(plain.word) AS latin,
      spelled.word AS "spelledOut"
    FROM gafu_words(gafu_fold(${given})) AS plain
    LEFT JOIN gafu_words(gafu_fold(gafu_spell_out(${given}))) AS spelled USING (at)
    ORDER BY at LIMIT ${wordsMax}`;
  const spellings = rows.map(spellingsOf);
  const isKnown = await areKnown(db, spellings);
  return {
    folded: rows[0]?.folded ?? '',
    words: rows.map(({ latin }, i) => ({
      latin,
      spellings: spellings[i] ?? [],
      isKnown: isKnown[i] ?? false,
    })),
  };
}

/** Postgres stores neither a zero character nor half of a surrogate pair. */
export function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, ' ');
}

/** @param weights of the fields to look in: `A` title and artist … `D` description; all of them if left out */
export function tsquery(spellings: readonly Spelling[], weights = ''): Prisma.Sql {
  return queryOf(
    spellings.map(({ lexemes, isSequence }) =>
      isSequence
        ? lexemes.map((lexeme) => `'${lexeme}':${weights}`).join(' <-> ')
        : lexemes.map((lexeme) => `'${lexeme}':*${weights}`).join(' & '),
    ),
  );
}

/** As {@link tsquery}, for whole words only. */
export function wholeTsquery(spellings: readonly Spelling[], weights = ''): Prisma.Sql {
  return queryOf(spellings.map(({ whole }) => whole.map((lexeme) => `'${lexeme}':${weights}`).join(' & ')));
}

/** Any of these pairs of characters. */
export function pairQuery(pairs: readonly string[]): Prisma.Sql {
  return queryOf(pairs.map((pair) => `'${pair}'`));
}

/** How many of a word's pairs make it similar: as large a share as `word_similarity` asks of trigrams. */
export function pairsToResemble(pairs: readonly string[]): number {
  return Math.ceil(0.6 * pairs.length);
}

/** The lexemes are letters and digits, so nothing in them can end a quotation. */
function queryOf(alternatives: readonly string[]): Prisma.Sql {
  return Prisma.sql`${alternatives.map((alternative) => `(${alternative})`).join(' | ')}::tsquery`;
}

async function areKnown(
  db: DatabaseClient,
  words: readonly (readonly Spelling[])[],
): Promise<readonly boolean[]> {
  if (words.length === 0) return [];
  const exist = words.map(
    (spellings) => Prisma.sql`
      EXISTS (SELECT FROM artworks WHERE state = 'ready' AND is_public AND search_vector @@ ${tsquery(spellings)})`,
  );
  const [row] = await db.$queryRaw<{ known: boolean[] }[]>`SELECT ARRAY[${Prisma.join(exist)}] AS known`;
  return row?.known ?? [];
}

function spellingsOf({ word, unspaced, spelledOut }: Row): readonly Spelling[] {
  if (unspaced) return [unspacedSpelling(word)];
  const forms = new Set([word, spelledOut ?? word]);
  return [...forms].flatMap(spacedSpellings);
}

/** A part of a text without blanks is a sequence of pairs; one character is the beginning of a pair. */
function unspacedSpelling(word: string): Spelling {
  const characters = [...word];
  const pairs = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  const whole = [`=${characters.slice(0, wholeLengthMax).join('')}`];
  return pairs.length === 0
    ? { lexemes: [word], isSequence: false, whole }
    : { lexemes: pairs, isSequence: true, whole };
}

const joiners = /['·-]+/;
/** "l'huile", "dell'arte": what stands before the apostrophe belongs to grammar, not to the name. */
const elided =
  /^(?:.{1,2}|all|nell?|dell?|dall?|sull?|coll?|degl|quell|bell|sant|jusqu|lorsqu|puisqu|quelqu)$/u;

/** A word with an apostrophe or hyphen is found joined, or by its parts, of which elided articles may be missing. */
function spacedSpellings(word: string): readonly Spelling[] {
  const parts = word.split(joiners);
  const joined = parts.join('');
  const spellings = [{ lexemes: [joined], isSequence: false, whole: [joined] }];
  if (parts.length === 1) return spellings;
  const essential = word.includes("'") ? parts.filter((part) => !elided.test(part)) : parts;
  const lexemes = essential.length === 0 ? parts : essential;
  return [...spellings, { lexemes, isSequence: false, whole: lexemes }];
}
