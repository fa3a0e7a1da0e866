import { type Cells } from './cells';
import { readBlock, writeBlock } from './clipboard';

/** A table that is edited like a spreadsheet. Every function gives the next table, and what changed in it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly active: Position;
  /** The other corner of what is selected. */
  readonly anchor: Position;
  /** Steps that can be undone, the last one last, and steps that were undone. */
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export interface TableRow {
  readonly id: string;
  readonly cells: Cells;
  /** Its work is in the collection already. */
  readonly isLocked: boolean;
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface CellEdit {
  readonly id: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}
type Step = readonly CellEdit[];

/** The next table, and the edits that are to be kept. */
export interface Edited {
  readonly table: Table;
  readonly edits: Step;
}

const origin: Position = { row: 0, column: 0 };
const stepsMax = 200;

export function newTable(columns: readonly string[], rows: readonly TableRow[]): Table {
  return { columns, rows, active: origin, anchor: origin, done: [], undone: [] };
}

/** The same table with what the server says now. The active cell stays in its row if that is still there. */
export function withRows(table: Table, columns: readonly string[], rows: readonly TableRow[]): Table {
  const moved = ({ row, column }: Position) => ({
    row: Math.max(
      0,
      rows.findIndex(({ id }) => id === table.rows[row]?.id),
    ),
    column: Math.max(0, columns.indexOf(table.columns[column] ?? '')),
  });
  return { ...table, columns, rows, active: moved(table.active), anchor: moved(table.anchor) };
}

export interface Selection {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function selectionOf({ active, anchor }: Table): Selection {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

/** @param extend make what is selected reach to this cell, instead of selecting it alone */
export function moveTo(table: Table, to: Position, extend = false): Table {
  const active = {
    row: clamp(to.row, table.rows.length),
    column: clamp(to.column, table.columns.length),
  };
  return { ...table, active, anchor: extend ? table.anchor : active };
}

export function moveBy(table: Table, rows: number, columns: number, extend = false): Table {
  const { row, column } = table.active;
  return moveTo(table, { row: row + rows, column: column + columns }, extend);
}

/** To the next cell, or the one before, over the ends of rows; null at the end of the table. */
export function moveOn(table: Table, by: 1 | -1): Table | null {
  const width = table.columns.length;
  const to = table.active.row * width + table.active.column + by;
  if (to < 0 || to >= width * table.rows.length) return null;
  return moveTo(table, { row: Math.floor(to / width), column: to % width });
}

/** Writes a text into the active cell. */
export function type(table: Table, text: string): Edited {
  return write(table, [{ ...table.active, text }]);
}

/** Empties what is selected. */
export function clear(table: Table): Edited {
  return write(
    table,
    positionsIn(selectionOf(table)).map((position) => ({ ...position, text: '' })),
  );
}

/** Repeats the first row of what is selected in the rows below it; of one row, repeats the row above in it. */
export function fillDown(table: Table): Edited {
  const selection = selectionOf(table);
  const from = selection.top === selection.bottom ? selection.top - 1 : selection.top;
  if (from < 0) return { table, edits: [] };
  const targets = positionsIn(selection).filter(({ row }) => row > from);
  return write(
    table,
    targets.map(({ row, column }) => ({ row, column, text: textAt(table, { row: from, column }) })),
  );
}

/** Writes a copied block from the first selected cell on; a single text fills all that is selected. */
export function paste(table: Table, block: string): Edited {
  const lines = readBlock(block);
  const selection = selectionOf(table);
  const [first = ''] = lines[0] ?? [];
  if (lines.length === 1 && lines[0]?.length === 1)
    return write(
      table,
      positionsIn(selection).map((position) => ({ ...position, text: first })),
    );
  const { top: row, left: column } = selection;
  const edited = write(
    table,
    lines.flatMap((cells, down) =>
      cells.map((text, right) => ({ row: row + down, column: column + right, text })),
    ),
  );
  const end = {
    row: row + lines.length - 1,
    column: column + Math.max(...lines.map((line) => line.length)) - 1,
  };
  return { ...edited, table: { ...moveTo(edited.table, end, true), anchor: { row, column } } };
}

/** What is selected, as a spreadsheet reads it. */
export function copy(table: Table): string {
  const { top, bottom, left, right } = selectionOf(table);
  return writeBlock(
    table.rows
      .slice(top, bottom + 1)
      .map((_, down) =>
        table.columns
          .slice(left, right + 1)
          .map((__, along) => textAt(table, { row: top + down, column: left + along })),
      ),
  );
}

export function undo(table: Table): Edited {
  const step = table.done.at(-1);
  if (step === undefined) return { table, edits: [] };
  const edits = step.map(({ before, after, ...cell }) => ({ ...cell, before: after, after: before }));
  const next = showEdits(applyEdits(table, edits), edits);
  return { table: { ...next, done: table.done.slice(0, -1), undone: [...table.undone, step] }, edits };
}

export function redo(table: Table): Edited {
  const step = table.undone.at(-1);
  if (step === undefined) return { table, edits: [] };
  const next = showEdits(applyEdits(table, step), step);
  return { table: { ...next, done: [...table.done, step], undone: table.undone.slice(0, -1) }, edits: step };
}

export function textAt(table: Table, { row, column }: Position): string {
  return table.rows[row]?.cells[table.columns[column] ?? ''] ?? '';
}

interface Written extends Position {
  readonly text: string;
}

/** One step. What lies outside the table, is locked or stays as it is, is left out. */
function write(table: Table, cells: readonly Written[]): Edited {
  const edits = cells.flatMap(({ text, ...position }): CellEdit[] => {
    const row = table.rows[position.row];
    const column = table.columns[position.column];
    if (row === undefined || column === undefined || row.isLocked) return [];
    const before = textAt(table, position);
    return before === text ? [] : [{ id: row.id, column, before, after: text }];
  });
  if (edits.length === 0) return { table, edits };
  const done = [...table.done, edits].slice(-stepsMax);
  return { table: { ...applyEdits(table, edits), done, undone: [] }, edits };
}

function applyEdits(table: Table, edits: Step): Table {
  const byRow = new Map<string, Record<string, string>>();
  for (const { id, column, after } of edits) byRow.set(id, { ...byRow.get(id), [column]: after });
  const rows = table.rows.map((row) => {
    const changed = byRow.get(row.id);
    return changed === undefined ? row : { ...row, cells: { ...row.cells, ...changed } };
  });
  return { ...table, rows };
}

/** Goes to where something was changed. */
function showEdits(table: Table, edits: Step): Table {
  const positions = edits.map(({ id, column }) => ({
    row: table.rows.findIndex((row) => row.id === id),
    column: table.columns.indexOf(column),
  }));
  const [first] = positions.filter(({ row, column }) => row >= 0 && column >= 0);
  return first === undefined ? table : moveTo(table, first);
}

function positionsIn({ top, bottom, left, right }: Selection): Position[] {
  const positions: Position[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) positions.push({ row, column });
  return positions;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
