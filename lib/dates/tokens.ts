import { cutText } from './cut-text';
import { lexicon, type Meaning, phraseKey, phraseLengthMax } from './lexicon';
import { kanjiNumeral, kanjiValue, romanValue } from './numerals';

export type Token =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** As written: 05 has two. */
      readonly digits: number;
      /** With an ending such as `s` or `er`: years that begin with it, ten or a hundred. */
      readonly isDecade: boolean;
      /** Unknown last digits, `189-` or `18XX`: as many years as this. */
      readonly span: 1 | 10 | 100;
    }
  | { readonly kind: 'word'; readonly meaning: Meaning; readonly roman: number | null; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string };

const decadeEndings = ['s', 'er', 'ers', 'erne', 'ernes', 'ies', 'е', 'ые', 'х', 'ых'];
const centuryEndings = ['tallet', 'talet', 'tallets'];
const ordinalEndings = [
  'st',
  'nd',
  'rd',
  'th',
  'e',
  'eme',
  'ieme',
  'er',
  're',
  'de',
  'ste',
  'o',
  'a',
  'й',
  'и',
  'го',
  'я',
  'ой',
  'ая',
  '°',
];

const nothing: Meaning = { roles: new Set(), ordinal: null, century: null, period: null, share: null };

/** A text as the grammar reads it: phrases of all languages recognised, the longest first. */
export function tokensOf(text: string): Token[] {
  const pieces = cutText(text);
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length;) {
    const { token, length } =
      numberAt(pieces, at) ?? phraseAt(pieces, at) ?? kanjiAt(pieces, at) ?? single(pieces, at);
    if (token) tokens.push(token);
    at += length;
  }
  return tokens;
}

interface Found {
  readonly token: Token | null;
  readonly length: number;
}

function numberAt(pieces: readonly string[], at: number): Found | null {
  const text = pieces[at] ?? '';
  if (!/^\d/.test(text)) {
    // `839: a millennium left out.
    const elided = text === "'" && /^\d{3}$/.test(pieces[at + 1] ?? '') ? Number(pieces[at + 1]) : null;
    return elided === null ? null : { token: numberToken(1000 + elided, 4), length: 2 };
  }
  const digits = /^\d+(?:,\d{3})?/.exec(text)?.[0].replace(',', '') ?? '';
  if (digits.length < text.replace(',', '').length) {
    const span = digits.length === 2 ? 100 : 10;
    return { token: { ...numberToken(Number(digits) * span, 4), span }, length: 1 };
  }
  const value = Number(digits);
  // An ending is written on, or after a hyphen or apostrophe: 1880s, 1880's, 19-й.
  const joint = ['-', "'"].includes(pieces[at + 1] ?? '') ? 1 : 0;
  const ending = pieces[at + 1 + joint] ?? '';
  const length = 2 + joint;
  if (digits.length >= 3 && centuryEndings.includes(ending))
    return { token: { ...numberToken(value, digits.length), isDecade: true }, length };
  if (
    digits.length >= 2 &&
    decadeEndings.includes(ending) &&
    (digits.length > 2 || joint === 1 || ending === 's')
  )
    return { token: { ...numberToken(value, digits.length), isDecade: true }, length };
  if (
    digits.length <= 2 &&
    ordinalEndings.includes(ending) &&
    (joint === 0 || /\p{Script=Cyrillic}/u.test(ending))
  )
    return { token: numberToken(value, digits.length), length };
  return { token: numberToken(value, digits.length), length: 1 };
}

function numberToken(value: number, digits: number): Extract<Token, { kind: 'number' }> {
  return { kind: 'number', value, digits, isDecade: false, span: 1 };
}

function phraseAt(pieces: readonly string[], at: number): Found | null {
  const first = pieces[at] ?? '';
  if (!/\p{L}|&/u.test(first)) return null;
  // Dots count for nothing, so a phrase may be as long again.
  for (let length = Math.min(2 * phraseLengthMax, pieces.length - at); length > 0; length--) {
    const own = pieces.slice(at, at + length).filter((piece) => piece !== '.');
    if (!/\p{L}|&/u.test(pieces[at + length - 1] ?? '') || own.length > phraseLengthMax + 2) continue;
    const meaning = lexicon.get(phraseKey(own));
    if (meaning) {
      const text = own.join(' ');
      return { token: { kind: 'word', meaning, roman: romanValue(text), text }, length };
    }
  }
  return null;
}

function kanjiAt(pieces: readonly string[], at: number): Found | null {
  let length = 0;
  while (kanjiNumeral.test(pieces[at + length] ?? '')) length++;
  if (length === 0) return null;
  const text = pieces.slice(at, at + length).join('');
  const value = kanjiValue(text);
  return { token: numberToken(value, String(value).length), length };
}

function single(pieces: readonly string[], at: number): Found {
  const text = pieces[at] ?? '';
  if (text === '.') return { token: null, length: 1 };
  if (!/\p{L}/u.test(text)) return { token: { kind: 'mark', text }, length: 1 };
  return { token: { kind: 'word', meaning: nothing, roman: romanValue(text), text }, length: 1 };
}
