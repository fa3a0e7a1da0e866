/** The first and last year that a text may mean. */
interface YearRange {
  readonly first: number;
  readonly last: number;
}

const yearMax = 2100;
const beforeChrist = /\b(b\.?\s?c\.?(\s?e\.?)?|v\. ?chr|av\. ?j\.?-?c)|紀元前|до н\. ?э|^前/i;
const centuryWord =
  '(?:century|centuries|cent\\.|siècles?|siecles?|secolo|sec\\.|siglos?|jahrhunderts?|jh\\.|世紀|века?)';
const romanCentury = new RegExp(`(?<![a-z])([ivx]{1,5})(?:e|ème|eme|\\.)?\\s*${centuryWord}`, 'i');
const romanCenturyAfter = /(?:siglo|secolo|sec\.)\s*([ivx]{1,5})(?![a-z])/i;
const arabicCentury = new RegExp(
  `(\\d{1,2})\\s*(?:st|nd|rd|th|e|ème|eme|\\.|º|°)?[\\s-]*${centuryWord}`,
  'i',
);

function romanNumber(text: string): number {
  const values: Partial<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const digits = [...text.toLowerCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

function centuryRange(century: number, before: boolean): YearRange {
  return before
    ? { first: -100 * century, last: -100 * (century - 1) - 1 }
    : { first: 100 * (century - 1) + 1, last: 100 * century };
}

/** The third of a range that "early", "mid" or "late" names. */
function narrowed({ first, last }: YearRange, text: string): YearRange {
  const third = (last - first + 1) / 3;
  if (/\bearly\b|初期|début|anfang|начал/i.test(text)) return { first, last: Math.floor(first + third) };
  if (/\bmid(dle)?\b|中期|mitte|середин/i.test(text)) {
    return { first: Math.floor(first + third), last: Math.floor(last - third) };
  }
  if (/\blate\b|後期|末|fin du|ende|конец/i.test(text)) return { first: Math.floor(last - third), last };
  return { first, last };
}

/**
 * The year that filters and sorting use, from a date as a museum prints it: "c. 1889", "1830–32", "1889年",
 * "1880s", "late 19th century", "XIXe siècle", "500 BC". Where a text means several years it is the first of
 * them, as in the Metropolitan Museum's `objectBeginDate`.
 *
 * @returns null when the text names no year; negative before the common era
 */
export function yearFromText(dateText: string): number | null {
  const text = dateText.normalize('NFKC').trim();
  const before = beforeChrist.test(text);
  const arabic = arabicCentury.exec(text)?.[1];
  const roman = (romanCentury.exec(text) ?? romanCenturyAfter.exec(text))?.[1];
  if (arabic !== undefined || roman !== undefined) {
    const century = arabic === undefined ? romanNumber(roman ?? '') : Number(arabic);
    return century >= 1 && century <= 21 ? narrowed(centuryRange(century, before), text).first : null;
  }
  if (before) {
    const year = /\d{1,5}/.exec(text)?.[0];
    return year === undefined || Number(year) === 0 ? null : -Number(year);
  }
  const years = [...text.matchAll(/(?<!\d)\d{3,4}(?!\d)/g)].map(([digits]) => Number(digits));
  return years.find((year) => year >= 100 && year <= yearMax) ?? null;
}
