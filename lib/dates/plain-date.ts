/** What a printed date says, for those that say nothing more. Years and centuries are of the common era. */
export type PlainDate =
  | { readonly kind: 'year' | 'circa' | 'before' | 'after' | 'decade'; readonly year: string }
  /** `end`: the second year as Japanese and English shorten it, `32` after 1830, in full in another century. */
  | { readonly kind: 'range' | 'circaRange'; readonly year: string; readonly end: string }
  | { readonly kind: 'century'; readonly century: string; readonly part: CenturyPart };

type CenturyPart = 'whole' | 'early' | 'mid' | 'late' | 'firstHalf' | 'secondHalf';

const centuryParts: Readonly<Record<string, CenturyPart>> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  'first half': 'firstHalf',
  'second half': 'secondHalf',
};

const about = /^(?:c\.?|ca\.?|circa|about|around)\s*(?=\d)/i;
const yearWords = { before: 'before', by: 'before', after: 'after' } as const;

/**
 * The parts of a date printed in English, so that a page in another language can print it there: `about 1830–32`,
 * `early 19th century`, `1920s`. Null for all else, which is then shown as it is printed: nothing that it says is lost.
 */
export function plainDate(text: string): PlainDate | null {
  const printed = text.trim();
  return yearsOf(printed) ?? decadeOf(printed) ?? centuryOf(printed);
}

function yearsOf(printed: string): PlainDate | null {
  const isAbout = about.test(printed);
  const [, word, year, end] =
    /^(?:(before|by|after) )?(\d{3,4})(?:\s*[–—/-]\s*(\d{2,4}))?$/i.exec(printed.replace(about, '')) ?? [];
  if (year === undefined) return null;
  if (word !== undefined) {
    const kind = yearWords[word.toLowerCase() as keyof typeof yearWords];
    return end === undefined && !isAbout ? { kind, year } : null;
  }
  if (end === undefined) return { kind: isAbout ? 'circa' : 'year', year };
  const last = year.slice(0, Math.max(0, year.length - end.length)) + end;
  if (Number(last) <= Number(year)) return null;
  const isSameCentury = last.length === year.length && last.slice(0, -2) === year.slice(0, -2);
  return { kind: isAbout ? 'circaRange' : 'range', year, end: isSameCentury ? last.slice(-2) : last };
}

function decadeOf(printed: string): PlainDate | null {
  const [, year] = /^(\d{2,3}0)s$/.exec(printed) ?? [];
  return year === undefined ? null : { kind: 'decade', year };
}

function centuryOf(printed: string): PlainDate | null {
  const [, part, century] =
    /^(?:(?:the )?(early|mid|middle|late|first half|second half)[ -](?:of the )?)?(\d{1,2})(?:st|nd|rd|th) century$/i.exec(
      printed,
    ) ?? [];
  if (century === undefined) return null;
  return { kind: 'century', century, part: centuryParts[part?.toLowerCase() ?? ''] ?? 'whole' };
}
