import { type Cursor } from './cursor';

/** A share of a century, decade or reign: from where to where, 0 to 1. */
export type Share = readonly [start: number, end: number];

const units = { half: 2, third: 3, quarter: 4 } as const;

/** An ordinal that counts parts: "second", "3rd", "II", "last". */
function count(cursor: Cursor, parts: number): number | null {
  const { token } = cursor;
  if (!token || token.kind === 'mark') return null;
  cursor.at++;
  if (token.kind === 'number') return token.value <= parts ? token.value : null;
  if (token.meaning.roles.has('last')) return parts;
  const ordinal = token.meaning.ordinal ?? token.roman;
  return ordinal !== null && ordinal <= parts ? ordinal : null;
}

function counted(cursor: Cursor): Share | null {
  for (const [unit, parts] of Object.entries(units)) {
    const share = cursor.attempt((): Share | null => {
      const number = count(cursor, parts);
      cursor.skipFillers();
      if (number === null || !cursor.take(unit as keyof typeof units)) return null;
      return [(number - 1) / parts, number / parts];
    });
    if (share) return share;
  }
  return null;
}

function named(cursor: Cursor): Share | null {
  if (cursor.take('early')) return [0, 1 / 3];
  if (cursor.take('middle')) return [1 / 3, 2 / 3];
  if (cursor.take('late')) return [2 / 3, 1];
  const { token } = cursor;
  if (token?.kind !== 'word' || !token.meaning.share) return null;
  cursor.at++;
  return token.meaning.share;
}

function one(cursor: Cursor): Share | null {
  return cursor.attempt(() => counted(cursor)) ?? named(cursor);
}

/** "early", "second half of", "dernier quart du", "mid- to late"; null when none stands here. */
export function part(cursor: Cursor): Share | null {
  return cursor.attempt(() => {
    cursor.skipSmall();
    const first = one(cursor);
    if (!first) return null;
    const second = cursor.attempt(() => {
      while (cursor.takeMark('-', '/'));
      cursor.take('to', 'and');
      return one(cursor);
    });
    cursor.skipFillers();
    return second && second[1] > first[0] ? [first[0], second[1]] : first;
  });
}
