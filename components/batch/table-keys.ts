'use client';

import {
  clear,
  copy,
  type Edited,
  fillDown,
  moveBy,
  moveOn,
  moveTo,
  paste,
  redo,
  type Table,
  undo,
} from '@/lib/batch/table';

export interface TableKeys {
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onCopy: (event: React.ClipboardEvent) => void;
  readonly onCut: (event: React.ClipboardEvent) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
}

interface TableKeysProps {
  table: Table;
  apply: (edited: Edited) => void;
  show: (table: Table) => void;
  /** Begins to type in the active cell. @param text what it begins with; null: what is there */
  edit: (text: string | null) => void;
  /** Whether Tab leaves the table: after Escape. */
  leaving: { current: boolean };
}

const pageRows = 10;

/** The keys of a spreadsheet, while no cell is being typed in. */
export function tableKeys({ table, apply, show, edit, leaving }: TableKeysProps): TableKeys {
  const { row, column } = table.active;
  const lastRow = table.rows.length - 1;
  const lastColumn = table.columns.length - 1;

  /** What a key does; undefined: nothing. */
  const actionOf = (event: React.KeyboardEvent): (() => void) | undefined => {
    const { key, shiftKey, altKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const move = (rows: number, columns: number) => () => show(moveBy(table, rows, columns, shiftKey));
    const go = (to: { row: number; column: number }) => () => show(moveTo(table, to, shiftKey));
    if (altKey) return undefined;
    if (command)
      return {
        d: () => apply(fillDown(table)),
        z: () => apply(shiftKey ? redo(table) : undo(table)),
        y: () => apply(redo(table)),
        a: () =>
          show(moveTo(moveTo(table, { row: 0, column: 0 }), { row: lastRow, column: lastColumn }, true)),
        home: go({ row: 0, column: 0 }),
        end: go({ row: lastRow, column: lastColumn }),
        arrowup: go({ row: 0, column }),
        arrowdown: go({ row: lastRow, column }),
        arrowleft: go({ row, column: 0 }),
        arrowright: go({ row, column: lastColumn }),
      }[key.toLowerCase()];
    if (key === 'Tab') {
      const next = leaving.current ? null : moveOn(table, shiftKey ? -1 : 1);
      return next === null ? undefined : () => show(next);
    }
    if (key.length === 1) return () => edit(key);
    return {
      ArrowUp: move(-1, 0),
      ArrowDown: move(1, 0),
      ArrowLeft: move(0, -1),
      ArrowRight: move(0, 1),
      PageUp: move(-pageRows, 0),
      PageDown: move(pageRows, 0),
      Home: go({ row, column: 0 }),
      End: go({ row, column: lastColumn }),
      Enter: () => edit(null),
      F2: () => edit(null),
      Backspace: () => apply(clear(table)),
      Delete: () => apply(clear(table)),
    }[key];
  };

  const onCopy = (event: React.ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', copy(table));
  };
  return {
    onKeyDown: (event) => {
      const action = actionOf(event);
      leaving.current = event.key === 'Escape' || (leaving.current && event.key === 'Shift');
      if (action === undefined) return;
      event.preventDefault();
      action();
    },
    onCopy,
    onCut: (event) => {
      onCopy(event);
      apply(clear(table));
    },
    onPaste: (event) => {
      event.preventDefault();
      apply(paste(table, event.clipboardData.getData('text/plain')));
    },
  };
}
