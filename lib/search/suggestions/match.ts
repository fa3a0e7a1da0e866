/** How a text fits a name: the smaller, the better. */
export interface Fit {
  /** Letters that were mistyped. */
  readonly typos: number;
  /** Whether the name begins with the text. */
  readonly isBeginning: boolean;
}

/** Without accents and capitals, as people type. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim();
}

/** Scripts that are written without blanks, so that a word may begin anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * How a text that is still being typed fits a name: each of its words must begin a word of the name, give or take one
 * letter, or two in a long word.
 * @param text folded
 * @param name folded
 * @returns null if it does not fit
 */
export function fitOf(text: string, name: string): Fit | null {
  if (unspaced.test(text)) {
    const at = name.indexOf(text);
    return at < 0 ? null : { typos: 0, isBeginning: at === 0 };
  }
  const [words, typedWords] = [wordsOf(name), wordsOf(text)];
  if (typedWords.length === 0) return null;
  let typos = 0;
  for (const typed of typedWords) {
    const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    const least = Math.min(...words.map((word) => typosToPrefix(typed, word, allowed)));
    if (!(least <= allowed)) return null;
    typos += least;
  }
  return { typos, isBeginning: name.startsWith(text) };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * The fewest letters to insert, leave out, change or swap so that `typed` becomes a beginning of `word`
 * (optimal string alignment distance); Infinity for more than `max`.
 */
function typosToPrefix(typed: string, word: string, max: number): number {
  if (word.startsWith(typed)) return 0;
  if (max === 0 || word.length < typed.length - max) return Infinity;
  const width = Math.min(word.length, typed.length + max);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, i) => i);
  for (let row = 1; row <= typed.length; row++) {
    const next = [row];
    for (let at = 1; at <= width; at++) {
      const isSame = typed[row - 1] === word[at - 1];
      const isSwapped =
        row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      next[at] = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  const least = Math.min(...last);
  return least <= max ? least : Infinity;
}
