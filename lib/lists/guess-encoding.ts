import iconv from 'iconv-lite';
import { decodeStrictly } from './encodings';

interface Candidate {
  readonly encoding: string;
  /** The letters that words of its languages are made of. */
  readonly letters: RegExp;
  /** The lead bytes of its frequent characters, for encodings of two bytes a character. */
  readonly frequent?: readonly [first: number, last: number];
}

const han = '\\p{Script=Han}々〆';
const kana = '\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const all = (letters: string) => new RegExp(`^[${letters}]+$`, 'u');

/** In order of how often lists come in them: of equally likely ones the first is taken. */
const candidates: readonly Candidate[] = [
  { encoding: 'windows-1252', letters: all('a-zA-ZäöüßÄÖÜéèêëàâçîïôœùûÉÈÀÇñáíóúòìÑÁæøåÆØÅãõ') },
  { encoding: 'shift_jis', letters: all(han + kana), frequent: [0x88, 0x98] },
  { encoding: 'euc-kr', letters: all('\\p{Script=Hangul}'), frequent: [0xb0, 0xc8] },
  { encoding: 'euc-jp', letters: all(han + kana), frequent: [0xb0, 0xcf] },
  { encoding: 'gb18030', letters: all(han), frequent: [0xb0, 0xd7] },
  { encoding: 'big5', letters: all(han), frequent: [0xa4, 0xc6] },
  { encoding: 'windows-1251', letters: all('\\p{Script=Cyrillic}') },
  { encoding: 'windows-1250', letters: all('a-zA-ZáéíóúýčďěňřšťůžÁÉČĎŘŠŽąćęłńśźżŁŚŻőűŐăâîșțşţäöüÖÜ') },
  { encoding: 'iso-8859-2', letters: all('a-zA-ZáéíóúýčďěňřšťůžÁÉČĎŘŠŽąćęłńśźżŁŚŻőűŐăâîşţäöüÖÜ') },
  { encoding: 'macintosh', letters: all('a-zA-ZäöüßÄÖÜéèêëàâçîïôœùûÉÈÀÇñáíóúæøåÆØÅãõ') },
  { encoding: 'windows-1254', letters: all('a-zA-ZçğıöşüÇĞİÖŞÜâîû') },
  { encoding: 'windows-1257', letters: all('a-zA-ZāčēģīķļņšūžĀČĒŠŽąęėįųĄĘĮõäöüÕÄÖÜ') },
  { encoding: 'windows-1253', letters: all('\\p{Script=Greek}') },
  { encoding: 'windows-1255', letters: all('\\p{Script=Hebrew}') },
  { encoding: 'windows-1256', letters: all('\\p{Script=Arabic}') },
  { encoding: 'windows-874', letters: all('\\p{Script=Thai}\\p{M}') },
  { encoding: 'koi8-r', letters: all('\\p{Script=Cyrillic}') },
  { encoding: 'ibm866', letters: all('\\p{Script=Cyrillic}') },
  { encoding: 'ibm850', letters: all('a-zA-ZäöüßÄÖÜéèêëàâçîïôùûÉÇñáíóúæøåÆØÅ') },
];

/** Marks that titles are printed with in any language. */
const punctuation = /^[‘’“”„‚–—…«»‹›°×·•§№†€£©®、。「」『』・〜～（）：\u00a0]+$/u;
const wordsMax = 400;

/**
 * What bytes that are not UTF-8 may be encoded in, most likely first, three at most. A list is short and half of it
 * ASCII, too little for the statistics of chardet and the like (right for 3 of 14 lists of this file's test);
 * so each encoding is judged by whether it makes words: of one script, in usual letters, in plausible case.
 */
export function guessEncodings(bytes: Uint8Array): string[] {
  const zeros = bytes.subarray(0, 2000).reduce(
    (counts, byte, at) => {
      if (byte === 0) counts[at % 2 === 0 ? 0 : 1] += 1;
      return counts;
    },
    [0, 0] as [even: number, odd: number],
  );
  if (zeros[0] + zeros[1] > 0) return [zeros[1] >= zeros[0] ? 'utf-16le' : 'utf-16be'];
  return candidates
    .flatMap((candidate) => {
      const text = decodeStrictly(bytes, candidate.encoding);
      return text === null ? [] : [{ ...candidate, likelihood: likelihood(text, candidate) }];
    })
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, 3)
    .map(({ encoding }) => encoding);
}

/** The mean over words and marks outside ASCII of how usual they are: 1 for words, negative for nonsense. */
function likelihood(text: string, candidate: Candidate): number {
  const tokens = text.match(/[\p{L}\p{M}々ー]+|[^\p{L}\p{M}\p{ASCII}]+/gu) ?? [];
  const foreign = tokens.filter((token) => /\P{ASCII}/u.test(token)).slice(0, wordsMax);
  const scores = foreign.map((token) =>
    /^[\p{L}\p{M}々ー]/u.test(token) ? usualWord(token, candidate) : usualMarks(token),
  );
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

function usualMarks(token: string): number {
  return punctuation.test(token) ? 0.5 : -1;
}

function usualWord(word: string, { encoding, letters, frequent }: Candidate): number {
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word)) return -2;
  if (!letters.test(word)) return -1;
  if (!frequent) return 1;
  const leads = [...word].map((character) => iconv.encode(character, encoding)[0] ?? 0);
  const kanaCount = (word.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length;
  const known = leads.filter((lead) => lead >= frequent[0] && lead <= frequent[1]).length;
  return (known + kanaCount) / leads.length;
}
