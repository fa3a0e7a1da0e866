import { Cursor } from './cursor';
import { type DateRange } from './date-range';
import { range, type Span } from './ranges';
import { tokensOf } from './tokens';

interface Found extends Span {
  readonly isBracketed: boolean;
}

/** Longer texts are no dates but descriptions. */
const lettersMax = 300;

/**
 * The years that a date may mean, as museums print it in English, French, German, Italian, Spanish, Dutch, Danish,
 * Russian, Japanese and Chinese, or as EDTF (ISO 8601-2): "c. 1503–1519", "fin XIXe siècle", "文政13年",
 * "2nd–1st century B.C.", "before 1850", "18XX". A year beside a dynasty or a year of the Hijra counts more than these.
 *
 * @returns null when the text says no date, or says that there is none
 */
export function readDate(text: string): DateRange | null {
  const own = text.slice(0, lettersMax);
  const astronomical = /^\s*(?:-(\d{4})|-?0000)\s*$/.exec(own);
  if (astronomical) return single(-Number(astronomical[1] ?? 0) - 1);
  const found = spans(own);
  const chosen = choose(found);
  return chosen && { from: chosen.from, to: chosen.to };
}

/** Whether a text says that the date is not known: "n.d.", "undatiert". Such a text is no mistake. */
export function saysUndated(text: string): boolean {
  return tokensOf(text.slice(0, lettersMax)).some(
    (token) => token.kind === 'word' && token.meaning.roles.has('undated'),
  );
}

function single(year: number): DateRange {
  return { from: year, to: year };
}

function spans(text: string): Found[] {
  const cursor = new Cursor(tokensOf(text));
  const found: Found[] = [];
  let depth = 0;
  let isUnion = false;
  while (cursor.token) {
    if (cursor.takeMark('(')) depth++;
    else if (cursor.takeMark(')')) depth--;
    else if (cursor.has('undated') && found.length === 0) return [];
    // "1927, printed 1931": what follows is another event.
    else if (cursor.has('later') && found.length > 0 && depth <= 0) break;
    else if (cursor.has('later') && found.length > 0) skipBracket(cursor);
    else if (skipDynastyNumber(cursor)) continue;
    else {
      const span = cursor.attempt(() => range(cursor));
      const previous = found.at(-1);
      if (span === null) cursor.at++;
      else if (isUnion && previous && previous.isBracketed === depth > 0)
        found.splice(-1, 1, union(previous, span));
      else found.push({ ...span, isBracketed: depth > 0 });
      // "1885, 1887" is one answer; "1885, reworked 1887" is not.
      isUnion =
        span?.kind === 'year' && cursor.isMark(',') && cursor.tokens[cursor.at + 1]?.kind === 'number';
      if (isUnion) cursor.at++;
    }
  }
  return found;
}

function union(a: Found, b: Span): Found {
  const ends = (pick: (...years: number[]) => number, one: number | null, other: number | null) =>
    one === null || other === null ? null : pick(one, other);
  return { ...a, from: ends(Math.min, a.from, b.from), to: ends(Math.max, a.to, b.to) };
}

function skipBracket(cursor: Cursor): void {
  while (cursor.token && !cursor.isMark(')')) cursor.at++;
}

/** "Dynasty 18", "18th Dynasty" */
function skipDynastyNumber(cursor: Cursor): boolean {
  const isSmall = (ahead: number) => {
    const token = cursor.tokens[cursor.at + ahead];
    return token?.kind === 'number' ? token.value <= 31 : token?.kind === 'word' && token.roman !== null;
  };
  if ((cursor.has('dynasty') && isSmall(1)) || (isSmall(0) && cursor.has('dynasty', 1))) {
    cursor.at += 2;
    return true;
  }
  return false;
}

/** The span that says most surely when: a date before a reign or a year of the Hijra, outside brackets before inside. */
function choose(found: readonly Found[]): Span | null {
  for (const kinds of [['year', 'decade', 'century', 'ordinal'], ['period'], ['hijri']] as const) {
    const own = found.filter(({ kind }) => kinds.some((one) => one === kind));
    const narrow = (spans: readonly Found[]) => spans.toSorted((a, b) => length(a) - length(b))[0];
    const free = own.filter(({ isBracketed }) => !isBracketed);
    // Of "Qing, Qianlong" the reign is more exact; of two years the first is the work's.
    const outside = kinds[0] === 'period' ? narrow(free) : free[0];
    const inside = own.filter(({ isBracketed }) => isBracketed);
    if (outside) return inside.find((span) => lies(span, outside)) ?? outside;
    const narrowest = narrow(inside);
    if (narrowest) return narrowest;
  }
  return null;
}

function length({ from, to }: DateRange): number {
  return from === null || to === null ? Infinity : to - from;
}

/** "19th century (about 1850)": the brackets are more exact. */
function lies(inner: DateRange, outer: DateRange): boolean {
  if (inner.from === null || inner.to === null) return false;
  return (outer.from ?? -Infinity) <= inner.from && inner.to <= (outer.to ?? Infinity);
}
