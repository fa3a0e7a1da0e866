import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type DateRange } from './date-range';
import { readDate } from './read-date';

/** `-` in both columns: no date. An empty column: an open end. */
const table = readFileSync(path.join(__dirname, 'dates.tsv'), 'utf8')
  .split('\n')
  .slice(1, -1)
  .map((line): [string, DateRange | null] => {
    const [text = '', from = '', to = ''] = line.split('\t');
    if (from === '-') return [text, null];
    const year = (column: string) => (column === '' ? null : Number(column));
    return [text, { from: year(from), to: year(to) }];
  });

test('the table has 300 dates and more', () => {
  expect(table.length).toBeGreaterThan(300);
});

test.each(table)('%s', (text, range) => {
  expect(readDate(text)).toEqual(range);
});

describe('Any text', () => {
  const word = fc.constantFrom(
    ...table.flatMap(([text]) => text.split(' ')),
    ...['-', '/', '(', ')', '..', 'B.C.', '9999', '0', '00', 'MMMM', '世紀', 'century'],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
  );

  test('is read as years in order, none of them 0, or as no date', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const range = readDate(text);
        if (range === null) return;
        const { from, to } = range;
        expect(from === null && to === null).toBe(false);
        if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to);
        for (const year of [from, to]) {
          if (year === null) continue;
          expect(Number.isInteger(year)).toBe(true);
          expect(year).not.toBe(0);
          expect(Math.abs(year)).toBeLessThanOrEqual(100_000);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('of any length is read at once', () => {
    const started = performance.now();
    for (const text of ['19th-'.repeat(5000), '('.repeat(20_000), '1889 or '.repeat(5000)]) readDate(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
