const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const wellFormed = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
/** French and Dutch add an ending to an ordinal in Roman numerals. */
const romanEnding = /(?:ieme|eme|er|de|e)$/;

/** The value of a Roman numeral in small letters, perhaps with the ending of an ordinal; null for any other word. */
export function romanValue(word: string): number | null {
  for (const letters of [word, word.replace(romanEnding, '')]) {
    if (letters === '' || !wellFormed.test(letters)) continue;
    const digits = [...letters].map((letter) => romanValues[letter] ?? 0);
    return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
  }
  return null;
}

const kanjiDigits = '〇一二三四五六七八九';
const kanjiUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 廿: 20 };

export const kanjiNumeral = /[〇零元一二三四五六七八九十百千廿]+/u;

/** 十八 is 18, 一七八〇 is 1780; 元, the first year of an era, is 1. */
export function kanjiValue(text: string): number {
  if (text === '元') return 1;
  if (![...text].some((sign) => sign in kanjiUnits))
    return [...text].reduce((sum, sign) => sum * 10 + Math.max(0, kanjiDigits.indexOf(sign)), 0);
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = kanjiUnits[sign];
    if (sign === '廿') sum += 20;
    else if (unit === undefined) digit = Math.max(0, kanjiDigits.indexOf(sign));
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
