import { type Cursor } from './cursor';
import { type DateRange, type Era } from './date-range';
import { bareOrdinal, type Term, term } from './terms';

export interface Span extends DateRange {
  readonly kind: Term['kind'];
}

function spanOf(first: Term, last: Term): Span | null {
  const [eraFirst, eraLast] = eras(first, last);
  const from = first.years(eraFirst).from;
  const to = last.years(eraLast).to;
  const kind = last.kind === 'bare' ? first.kind : last.kind;
  return from <= to ? { kind: kind === 'bare' ? 'year' : kind, from, to } : null;
}

/** "300–100 BC": the first takes the era of the second. "AD 50–70": the second that of the first. */
function eras(first: Term, last: Term): [Era, Era] {
  const start = first.era ?? (last.era === 'bce' ? 'bce' : 'ce');
  const isBefore =
    first.era === 'bce' && last.era === null && (last.written?.value ?? 0) < (first.written?.value ?? 0);
  return [start, last.era ?? (isBefore ? 'bce' : 'ce')];
}

function joint(cursor: Cursor): boolean {
  let found = false;
  while (cursor.takeMark('-', '/', '~', '+') || cursor.take('to', 'until', 'and')) found = true;
  return found;
}

/** 1887–89: the second year leaves out what it has in common with the first. */
function completed(first: Term, last: Term): Term {
  const [a, b] = [first.written, last.written];
  if (!a || !b || b.digits >= a.digits || last.era !== null) return last;
  const unit = 10 ** b.digits;
  const value = Math.floor(a.value / unit) * unit + b.value;
  const length = first.kind === 'decade' ? 9 : 0;
  return {
    ...last,
    kind: first.kind,
    written: { value, digits: a.digits },
    years: (era) => (era === 'bce' ? { from: -value, to: -value } : { from: value, to: value + length }),
  };
}

function isWhole(first: Term, last: Term): boolean {
  const lone = [first, last].filter(({ kind }) => kind === 'bare');
  return lone.length === 0 || first.era !== null || last.era !== null;
}

/** Two dates with a dash, a word or a stroke between them. */
function pair(cursor: Cursor): Span | null {
  return cursor.attempt(() => {
    const first = term(cursor);
    const start = first && first.kind !== 'bare' ? first : null;
    if (start) {
      if (!joint(cursor)) return null;
      // "late 18th century–before 1807"
      cursor.take('before');
      const second = nextTerm(cursor, start);
      if (!second || (start.kind === 'hijri') !== (second.kind === 'hijri')) return null;
      const last = completed(start, second);
      return isWhole(start, last) ? spanOf(start, last) : null;
    }
    return null;
  });
}

function nextTerm(cursor: Cursor, first: Term): Term | null {
  const found = term(cursor);
  if (found && !(found.kind === 'bare' && first.kind === 'century')) return found;
  if (found) cursor.at--;
  // "s. XIX–XX": the second goes without its word.
  return first.kind === 'century' ? bareOrdinal(cursor) : null;
}

/** "19th–20th century", "late 19th–early 20th century", "50–30 BC": the first goes without what the second has. */
function elliptic(cursor: Cursor): Span | null {
  return cursor.attempt(() => {
    const number = cursor.attempt(() => {
      const first = bareOrdinal(cursor);
      if (!first || !joint(cursor)) return null;
      const last = term(cursor);
      return last?.kind === 'century' ? spanOf(first, last) : null;
    });
    if (number) return number;
    const first = term(cursor);
    if (first?.kind !== 'bare' || !joint(cursor)) return null;
    const last = term(cursor);
    return last && last.era !== null ? spanOf(first, last) : null;
  });
}

function alone(cursor: Cursor): Span | null {
  return cursor.attempt(() => {
    const only = term(cursor);
    if (!only || only.kind === 'bare') return null;
    const { from, to } = only.years(only.era ?? 'ce');
    return from <= to ? { kind: only.kind, from, to } : null;
  });
}

function closed(cursor: Cursor): Span | null {
  return elliptic(cursor) ?? pair(cursor) ?? alone(cursor);
}

/** "between 1850 and 1860" */
function between(cursor: Cursor): Span | null {
  return cursor.attempt(() => (cursor.take('between') ? closed(cursor) : null));
}

/** "before 1850", "after 1850", "by 1850", "from 1850", and the Japanese order 1850年以前. */
function open(cursor: Cursor): Span | null {
  return cursor.attempt(() => {
    cursor.skipSmall();
    const bound = cursor.take('before')
      ? 'before'
      : cursor.take('until') || cursor.takeMark('<')
        ? 'until'
        : cursor.take('after')
          ? 'after'
          : cursor.take('since') || cursor.takeMark('>')
            ? 'since'
            : null;
    if (bound === null) return null;
    const start = cursor.at;
    const whole = bound === 'since' || bound === 'until' ? closed(cursor) : alone(cursor);
    if (!whole) return null;
    const paired = bound === 'since' && isPair(cursor, start);
    return paired ? whole : bounded(whole, bound);
  });
}

function isPair(cursor: Cursor, start: number): boolean {
  const end = cursor.at;
  cursor.at = start;
  alone(cursor);
  const single = cursor.at;
  cursor.at = end;
  return end > single;
}

function bounded({ kind, from, to }: Span, bound: 'before' | 'until' | 'after' | 'since'): Span {
  if (bound === 'before') return { kind, from: null, to: from };
  if (bound === 'until') return { kind, from: null, to };
  return bound === 'after' ? { kind, from: to, to: null } : { kind, from, to: null };
}

/** "1847–", "1985/..", "../1985" */
function openEnded(cursor: Cursor): Span | null {
  return cursor.attempt(() => {
    if (cursor.takeMark('..')) {
      cursor.takeMark('/', '-');
      const last = alone(cursor);
      return last && bounded(last, 'until');
    }
    const first = alone(cursor);
    if (!first) return null;
    cursor.skipSmall();
    if (
      cursor.takeMark('-', '/') &&
      (cursor.takeMark('..') || cursor.token === undefined || cursor.isMark(')', ']'))
    )
      return bounded(first, 'since');
    if (cursor.takeMark('..')) return bounded(first, 'since');
    return null;
  });
}

/** 1850年以前, 1850年以降 */
function bounds(cursor: Cursor, span: Span): Span {
  cursor.skipSmall();
  if (cursor.take('before')) return bounded(span, 'before');
  return cursor.take('after') ? bounded(span, 'after') : span;
}

/** The date or range that begins here; null, and nothing taken, when there is none. */
export function range(cursor: Cursor): Span | null {
  const paired = cursor.attempt(() => elliptic(cursor) ?? pair(cursor));
  if (paired) return paired;
  const oneSided = between(cursor) ?? open(cursor) ?? openEnded(cursor);
  if (oneSided) return oneSided;
  const only = alone(cursor);
  return only && isEastAsianBound(cursor) ? bounds(cursor, only) : only;
}

/** In English "1850, before 1860" the word belongs to what follows. */
function isEastAsianBound(cursor: Cursor): boolean {
  return (
    cursor.attempt(() => {
      cursor.skipSmall();
      const { token } = cursor;
      return token?.kind === 'word' && /\p{Script=Han}|\p{Script=Hiragana}/u.test(token.text) ? true : null;
    }) === true
  );
}
