'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type BatchRow } from '@/lib/batch/batch-view';
import { moveBy, moveOn, moveTo, type Position, selectionOf, type as typeText } from '@/lib/batch/table';
import { CellMessage } from './cell-message';
import { type EditEnd } from './cell-editor';
import { columnWidth } from './columns';
import { TableRow } from './table-row';
import { type BatchCells } from './use-cells';
import { tableKeys } from './table-keys';

interface BatchTableProps {
  cells: BatchCells;
  /** In the order of the table's rows. */
  rows: readonly BatchRow[];
  sent: ReadonlyMap<string, number>;
}

/** Where typing begins with a text, or with what is in the cell. */
type Editing = Position & { readonly text: string | null };

/** The works of a batch, edited like a spreadsheet. Client messages: `batch`. */
export function BatchTable({ cells, rows, sent }: BatchTableProps) {
  const t = useTranslations('batch');
  const { table, apply, show } = cells;
  const [editing, setEditing] = useState<Editing | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  /** The field in which was typed is gone, and with it the keyboard's place. */
  const hasEnded = useRef(false);
  const selection = selectionOf(table);
  const { active } = table;

  // The keyboard stays with the active cell as long as it is in the table.
  useLayoutEffect(() => {
    const own = grid.current;
    if (editing !== null || !(hasEnded.current || own?.contains(document.activeElement))) return;
    hasEnded.current = false;
    own?.querySelector<HTMLElement>('[data-active]')?.focus();
  }, [active, editing]);

  const edit = (text: string | null) => {
    if (table.rows[active.row]?.isLocked === false) setEditing({ ...active, text });
  };
  const keys = tableKeys({ table, apply, show, edit, leaving });

  const onSelect = useLatest((position: Position, extend: boolean, isAgain: boolean) => {
    if (isAgain && position.row === active.row && position.column === active.column) return edit(null);
    show(moveTo(table, position, extend));
  });
  const onEnd = useLatest((text: string | null, end: EditEnd) => {
    setEditing(null);
    hasEnded.current = end !== 'left';
    const typed = text === null ? { table, edits: [] } : typeText(table, text);
    const next = {
      stay: typed.table,
      left: typed.table,
      down: moveBy(typed.table, 1, 0),
      up: moveBy(typed.table, -1, 0),
      next: moveOn(typed.table, 1) ?? typed.table,
      back: moveOn(typed.table, -1) ?? typed.table,
    }[end];
    apply({ table: next, edits: typed.edits });
  });

  const handlers = useMemo(() => ({ onSelect, onEnd }), [onSelect, onEnd]);
  const activeRow = rows[active.row];
  return (
    <div>
      <CellMessage row={activeRow} column={table.columns[active.column] ?? ''} />
      <div
        ref={grid}
        {...(editing === null ? keys : {})}
        className="max-h-[min(75vh,60rem)] overflow-auto overscroll-x-contain border-y border-ink"
      >
        <table
          role="grid"
          aria-label={t('table')}
          aria-multiselectable
          aria-rowcount={rows.length + 1}
          className="min-w-full border-separate border-spacing-0 text-left"
        >
          <thead className="text-fine text-quiet">
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-20 w-20 border-b border-rule bg-wall py-2 pr-3 font-normal sm:w-72 sm:min-w-72"
              >
                {t('picture')}
              </th>
              {table.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`sticky top-0 z-10 border-b border-rule bg-wall px-2 py-2 font-normal ${columnWidth(column)}`}
                >
                  {t(`columns.${column}` as 'columns.title')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => {
              const batchRow = rows[at];
              if (batchRow?.id !== row.id) return null;
              const isSelected = at >= selection.top && at <= selection.bottom;
              return (
                <TableRow
                  key={row.id}
                  number={at}
                  row={batchRow}
                  cells={row.cells}
                  isLocked={row.isLocked}
                  columns={table.columns}
                  activeColumn={active.row === at ? active.column : null}
                  selectedFrom={isSelected ? selection.left : null}
                  selectedTo={isSelected ? selection.right : null}
                  editingText={editing?.row === at ? editing.text : undefined}
                  sent={sent.get(row.id) ?? null}
                  handlers={handlers}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The same function all the time, which does what the last one given does. */
function useLatest<Args extends unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
