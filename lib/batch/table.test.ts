import { readBlock, writeBlock } from './clipboard';
import {
  clear,
  copy,
  fillDown,
  moveBy,
  moveOn,
  moveTo,
  newTable,
  paste,
  redo,
  type Table,
  type,
  undo,
  withRows,
} from './table';

const columns = ['title', 'artist', 'year'];
const rows = (...titles: string[]) =>
  titles.map((title, at) => ({ id: `f${at}`, cells: { title, artist: `artist ${at}` }, isLocked: false }));
const table = newTable(columns, rows('a', 'b', 'c', 'd'));
const at = (row: number, column: number, of: Table = table) => moveTo(of, { row, column });
const to = (row: number, column: number, of: Table) => moveTo(of, { row, column }, true);
const column = (of: Table, name: string) => of.rows.map(({ cells }) => cells[name] ?? '');

test('The arrow keys stop at the edges, and Tab goes over the ends of rows until the table ends', () => {
  expect(moveBy(table, -1, -1).active).toEqual({ row: 0, column: 0 });
  expect(moveBy(table, 9, 9).active).toEqual({ row: 3, column: 2 });
  expect(moveOn(at(0, 2), 1)?.active).toEqual({ row: 1, column: 0 });
  expect(moveOn(at(1, 0), -1)?.active).toEqual({ row: 0, column: 2 });
  expect(moveOn(at(3, 2), 1)).toBeNull();
  expect(moveOn(table, -1)).toBeNull();
});

test('Filling down repeats the first of the selected rows, or the row above a single one', () => {
  const { table: filled, edits } = fillDown(to(3, 1, at(1, 0)));
  expect(column(filled, 'title')).toEqual(['a', 'b', 'b', 'b']);
  expect(column(filled, 'artist')).toEqual(['artist 0', 'artist 1', 'artist 1', 'artist 1']);
  expect(edits).toHaveLength(4);
  expect(column(fillDown(at(1, 0)).table, 'title')).toEqual(['a', 'a', 'c', 'd']);
  expect(fillDown(table).edits).toEqual([]);
});

test('A block is pasted from the active cell on, and what does not fit is left out', () => {
  const { table: pasted } = paste(at(2, 1), 'Ada\t1900\tx\r\nBea\t1901\r\nCid\t1902\r\n');
  expect(column(pasted, 'artist')).toEqual(['artist 0', 'artist 1', 'Ada', 'Bea']);
  expect(column(pasted, 'year')).toEqual(['', '', '1900', '1901']);
  expect(column(pasted, 'title')).toEqual(['a', 'b', 'c', 'd']);
});

test('A single text is pasted into every selected cell', () => {
  const { table: pasted } = paste(to(3, 2, at(1, 2)), 'c. 1900');
  expect(column(pasted, 'year')).toEqual(['', 'c. 1900', 'c. 1900', 'c. 1900']);
});

test('What was copied can be pasted as it was, with tabs, line breaks and quotation marks', () => {
  const special = newTable(
    ['title', 'artist'],
    [{ id: 'x', cells: { title: '15" × 20"', artist: 'a\tb\nc' }, isLocked: false }],
  );
  expect(readBlock(copy(to(0, 1, special)))).toEqual([['15" × 20"', 'a\tb\nc']]);
  expect(readBlock('"quoted" at its start\tb')).toEqual([['"quoted" at its start', 'b']]);
  expect(readBlock('a\t\n\tb')).toEqual([
    ['a', ''],
    ['', 'b'],
  ]);
  expect(readBlock('')).toEqual([['']]);
  expect(
    writeBlock([
      ['a', 'b'],
      ['', 'c'],
    ]),
  ).toBe('a\tb\n\tc');
});

test('Every step can be undone and done again; a new one ends what could be done again', () => {
  const typed = type(at(0, 0), 'A');
  const cleared = clear(to(1, 1, at(0, 0, typed.table)));
  expect(column(cleared.table, 'title')).toEqual(['', '', 'c', 'd']);
  const once = undo(cleared.table);
  expect(column(once.table, 'title')).toEqual(['A', 'b', 'c', 'd']);
  expect(once.edits).toHaveLength(4);
  const twice = undo(once.table);
  expect(column(twice.table, 'title')).toEqual(['a', 'b', 'c', 'd']);
  expect(undo(twice.table).edits).toEqual([]);
  expect(column(redo(redo(twice.table).table).table, 'title')).toEqual(['', '', 'c', 'd']);
  expect(redo(type(twice.table, 'x').table).edits).toEqual([]);
});

test('Works that are in the collection already, and cells that stay as they are, are not written', () => {
  const locked = newTable(
    columns,
    rows('a', 'b').map((row, index) => ({ ...row, isLocked: index === 1 })),
  );
  expect(paste(to(1, 0, at(0, 0, locked)), 'x').edits.map(({ id }) => id)).toEqual(['f0']);
  expect(type(table, 'a').edits).toEqual([]);
});

test('The active cell stays with its work when rows and columns come and go', () => {
  const moved = withRows(at(2, 1), ['artist', 'title'], rows('a', 'b', 'c').slice(1));
  expect(moved.active).toEqual({ row: 1, column: 0 });
  expect(withRows(at(3, 2), columns, rows('a')).active).toEqual({ row: 0, column: 2 });
});
