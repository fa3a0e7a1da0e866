import { type Cursor } from './cursor';
import { centuryYears, type Era, hijriYears, partOf, type Years } from './date-range';
import { part, type Share } from './parts';

/** One date: a year, a decade, a century or a part of it, a reign. */
export interface Term {
  readonly kind: 'year' | 'decade' | 'century' | 'ordinal' | 'bare' | 'period' | 'hijri';
  /** The era that the text gives; null where it says none. */
  readonly era: Era | null;
  readonly years: (era: Era) => Years;
  /** Of a year as written: its value and number of digits. */
  readonly written?: { readonly value: number; readonly digits: number };
}

export const yearMax = 2100;
/** In the year 2174 of the common era. */
const hijriMax = 1600;
const centuryMax = 40;

function eraWord(cursor: Cursor): Era | null {
  return cursor.attempt(() => {
    while (cursor.takeMark('?', ']', '~'));
    if (cursor.take('bce')) return 'bce';
    return cursor.take('ce') ? 'ce' : null;
  });
}

function ordinal(cursor: Cursor): number | null {
  return cursor.attempt(() => {
    const { token } = cursor;
    cursor.at++;
    if (token?.kind === 'number')
      return token.value >= 1 && token.value <= centuryMax && token.span === 1 ? token.value : null;
    if (token?.kind !== 'word') return null;
    const value = token.meaning.ordinal ?? token.roman;
    return value !== null && value >= 1 && value <= centuryMax ? value : null;
  });
}

function shared(share: Share | null, years: (era: Era) => Years): (era: Era) => Years {
  return share ? (era) => partOf(years(era), share) : years;
}

function centuryTerm(number: number, share: Share | null, era: Era | null, length = 100): Term {
  return { kind: 'century', era, years: shared(share, (own) => centuryYears(number, own, length)) };
}

/** "19th century", "XIXe siècle", "19世紀前半", "siglo XVII", "Ottocento", and the 2nd millennium. */
function century(cursor: Cursor, share: Share | null): Term | null {
  const { token } = cursor;
  if (token?.kind === 'word' && token.meaning.century !== null) {
    cursor.at++;
    return centuryTerm(token.meaning.century, share, 'ce');
  }
  const before = eraWord(cursor);
  if (cursor.has('century') && !cursor.has('century', 1)) {
    const prefixed = cursor.attempt(() => {
      cursor.at++;
      const number = ordinal(cursor);
      return number === null ? null : { number, own: share ?? part(cursor) };
    });
    if (prefixed) return centuryTerm(prefixed.number, prefixed.own, before ?? eraWord(cursor));
  }
  cursor.skipSmall();
  const number = ordinal(cursor);
  if (number === null) return null;
  const own = share ?? part(cursor);
  cursor.skipFillers();
  const length = cursor.take('century') ? 100 : cursor.take('millennium') ? 1000 : null;
  if (length === null) return null;
  const era = before ?? eraWord(cursor);
  return centuryTerm(number, own ?? part(cursor), era ?? eraWord(cursor), length);
}

/** "1880s", "années 1880", "1880年代", "1700-tallet", "189-", "18XX". */
function decade(cursor: Cursor, share: Share | null): Term | null {
  const prefixed = cursor.take('decade');
  cursor.skipFillers();
  const { token } = cursor;
  if (token?.kind !== 'number') return null;
  cursor.at++;
  const { value, span, isDecade } = token;
  const suffixed = cursor.take('decade');
  if (value > yearMax || !(prefixed || suffixed || isDecade || span > 1)) return null;
  // The second of "1880s–90s".
  if (value < 100)
    return {
      kind: 'bare',
      era: null,
      written: { value, digits: 2 },
      years: () => ({ from: value, to: value }),
    };
  // The 1700s are a century; the 2000s, so far, are ten years.
  const length = span > 1 ? span : value % 100 === 0 && value < 2000 ? 100 : 10;
  if (value % Math.min(length, 10) !== 0) return null;
  const own = share ?? part(cursor);
  return {
    kind: 'decade',
    era: eraWord(cursor),
    written: { value, digits: token.digits },
    years: shared(own, (era) =>
      era === 'bce' ? { from: -value - length + 1, to: -value } : { from: value, to: value + length - 1 },
    ),
  };
}

/** A reign or period, alone or with a year of it: 江戸時代, 乾隆, 文政13年, Meiji 22. */
function period(cursor: Cursor, share: Share | null): Term | null {
  const { token } = cursor;
  if (token?.kind !== 'word' || !token.meaning.period) return null;
  cursor.at++;
  const { from, to } = token.meaning.period;
  const inYear = cursor.attempt((): Term | null => {
    const number = cursor.token;
    if (number?.kind !== 'number' || number.digits > 2) return null;
    cursor.at++;
    if (cursor.has('century') || cursor.has('decade')) return null;
    const value = from + number.value - 1;
    // A reign's last year is often the first of the next.
    if (number.value < 1 || value > to + 1) return null;
    cursor.take('year');
    monthAndDay(cursor);
    return { kind: 'year', era: 'ce', years: () => ({ from: value, to: value }) };
  });
  if (inYear) return inYear;
  cursor.take('dynasty', 'year');
  const own = share ?? part(cursor);
  return { kind: 'period', era: from < 0 ? 'bce' : 'ce', years: shared(own, () => ({ from, to })) };
}

function smallNumber(cursor: Cursor, max: number): boolean {
  const { token } = cursor;
  if (token?.kind !== 'number' || token.value > max || token.digits > 2) return false;
  cursor.at++;
  return true;
}

/** 5月12日 */
function monthAndDay(cursor: Cursor): void {
  cursor.attempt(() => (smallNumber(cursor, 12) && cursor.take('month') ? true : null));
  cursor.attempt(() => (smallNumber(cursor, 31) && cursor.take('day') ? true : null));
}

/** "12 May", "May 12,", "12.5.", "5/12/": what may stand before a year. */
function dayAndMonth(cursor: Cursor): void {
  cursor.attempt(() => {
    const day = smallNumber(cursor, 31);
    cursor.skipFillers();
    if (cursor.take('month')) {
      smallNumber(cursor, 31);
      while (cursor.takeMark(',', "'") || cursor.take('filler'));
      return true;
    }
    if (!day) return null;
    cursor.takeMark('/', '-');
    if (!smallNumber(cursor, 31)) return null;
    cursor.takeMark('/', '-');
    return true;
  });
}

function year(cursor: Cursor): Term | null {
  const isHijri = cursor.take('hijri');
  const before = eraWord(cursor);
  dayAndMonth(cursor);
  const { token } = cursor;
  if (token?.kind === 'word' && token.roman !== null && token.roman >= 1000 && token.roman <= yearMax) {
    cursor.at++;
    const value = token.roman;
    return { kind: 'year', era: eraWord(cursor), years: () => ({ from: value, to: value }) };
  }
  if (token?.kind !== 'number' || token.span > 1 || token.value === 0) return null;
  cursor.at++;
  const { value, digits } = token;
  const marked = cursor.take('year');
  if (marked) monthAndDay(cursor);
  isoMonth(cursor, digits);
  if (isHijri || cursor.take('hijri')) {
    if (value > hijriMax) return null;
    return { kind: 'hijri', era: 'ce', years: () => hijriYears(value) };
  }
  const era = before ?? eraWord(cursor);
  if (era === 'bce' ? digits > 5 : digits > 4 || value > yearMax) return null;
  const isYear = value >= 100 || era !== null || (marked && value > 31);
  return {
    kind: isYear ? 'year' : 'bare',
    era,
    written: { value, digits },
    years: (own) => (own === 'bce' ? { from: -value, to: -value } : { from: value, to: value }),
  };
}

/** 1889-05-12, 1889/05/12 */
function isoMonth(cursor: Cursor, digits: number): void {
  if (digits !== 4) return;
  cursor.attempt(() => {
    const month = cursor.takeMark('-', '/') && smallNumber(cursor, 12);
    return month && cursor.takeMark('-', '/') && smallNumber(cursor, 31) ? true : null;
  });
}

/** A century without its word, which another one gives: the first of "19th–20th century". */
export function bareOrdinal(cursor: Cursor): Term | null {
  return cursor.attempt(() => {
    const share = part(cursor);
    cursor.skipSmall();
    const number = ordinal(cursor);
    if (number === null) return null;
    return { ...centuryTerm(number, share ?? part(cursor), eraWord(cursor)), kind: 'ordinal' };
  });
}

/** The date that stands here; null, and nothing taken, when there is none. */
export function term(cursor: Cursor): Term | null {
  return cursor.attempt(() => {
    cursor.skipSmall();
    const share = part(cursor);
    cursor.skipSmall();
    for (const rule of [century, decade, period]) {
      const found = cursor.attempt(() => rule(cursor, share));
      if (found) return found;
    }
    return cursor.attempt(() => year(cursor));
  });
}
