import { type Years } from './date-range';
import { periods } from './periods';
import { chinese } from './words/chinese';
import { danish } from './words/danish';
import { dutch } from './words/dutch';
import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { italian } from './words/italian';
import { japanese } from './words/japanese';
import { russian } from './words/russian';
import { spanish } from './words/spanish';
import { type Role } from './words/words';
import { cutText } from './cut-text';

/** All that a word or phrase may mean, in whatever language; the grammar takes what fits where it stands. */
export interface Meaning {
  readonly roles: ReadonlySet<Role | 'filler'>;
  /** Of an ordinal in words. */
  readonly ordinal: number | null;
  /** Of a century that has a name of its own. */
  readonly century: number | null;
  readonly period: Years | null;
  /** 前半, 後半: a part in one word. */
  readonly share: readonly [number, number] | null;
}

const languages = [english, french, german, italian, spanish, dutch, danish, russian, japanese, chinese];

/** Small words that may stand between those that count. */
const fillers =
  'of|the|du|de|des|d|l|la|le|les|del|della|dello|degli|dell|di|der|das|dem|den|die|im|in|en|au|el|los|las|van|het|af|i|det|on|at|a|year|years|anno|an|als|in the|do|da|の|第|之|dated|dat|datiert|date|signed';

interface Draft {
  roles: Set<Role | 'filler'>;
  ordinal: number | null;
  century: number | null;
  period: Years | null;
  share: readonly [number, number] | null;
}

/** Pieces in one phrase at most. */
export const phraseLengthMax = 5;

/** The key of a phrase: its pieces as the tokenizer cuts them. */
export function phraseKey(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '-' && piece !== "'").join(' ');
}

function buildLexicon(): ReadonlyMap<string, Meaning> {
  const lexicon = new Map<string, Draft>();
  const entry = (phrase: string): Draft => {
    const key = phraseKey(cutText(phrase).filter((piece) => piece !== '.'));
    const known = lexicon.get(key) ?? {
      roles: new Set(),
      ordinal: null,
      century: null,
      period: null,
      share: null,
    };
    lexicon.set(key, known);
    return known;
  };
  for (const { roles, ordinals, centuries } of languages) {
    for (const [role, phrases] of Object.entries(roles))
      for (const phrase of phrases.split('|')) entry(phrase).roles.add(role as Role);
    ordinals?.split('|').forEach((forms, i) => {
      for (const form of forms.split(',')) entry(form).ordinal ??= i + 1;
    });
    for (const [name, century] of Object.entries(centuries ?? {})) entry(name).century = century;
  }
  for (const { names, from, to } of periods)
    for (const name of names.split('|')) entry(name).period ??= { from, to };
  for (const filler of fillers.split('|')) entry(filler).roles.add('filler');
  for (const phrase of ['前半', '上半', '上半叶', '上半葉']) entry(phrase).share = [0, 0.5];
  for (const phrase of ['後半', '后半', '下半', '下半叶', '下半葉']) entry(phrase).share = [0.5, 1];
  return lexicon;
}

export const lexicon = buildLexicon();
