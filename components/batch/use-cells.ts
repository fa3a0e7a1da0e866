'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type BatchRow, stageOf } from '@/lib/batch/batch-view';
import { type CellEdit, type Edited, newTable, type Table, type TableRow, withRows } from '@/lib/batch/table';
import { BatchRefusal, batchServer } from './batch-server';

/** Edits are sent when nothing was typed for so long. */
const restMs = 400;
const retryMs = 3_000;

type Unsaved = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface BatchCells {
  readonly table: Table;
  /** Shows the next table, and keeps its edits on the server. */
  readonly apply: (edited: Edited) => void;
  readonly show: (table: Table) => void;
  readonly saving: 'saved' | 'saving' | 'lost';
}

/** The table of a batch. What is typed is kept on the server as it is typed; while the connection is lost, here. */
export function useCells(
  batchId: string,
  columns: readonly string[],
  rows: readonly BatchRow[],
  refresh: () => Promise<unknown>,
): BatchCells {
  const unsaved = useRef<Unsaved>(new Map());
  const [table, setTable] = useState(() => newTable(columns, tableRows(rows, unsaved.current)));
  const [saving, setSaving] = useState<BatchCells['saving']>('saved');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isSending = useRef(false);

  useEffect(() => {
    setTable((before) => withRows(before, columns, tableRows(rows, unsaved.current)));
  }, [columns, rows]);

  const save = useCallback(async () => {
    timer.current = null;
    if (isSending.current) return;
    isSending.current = true;
    const sent = unsaved.current;
    const edits = [...sent].flatMap(([id, cells]) =>
      Object.entries(cells).map(([column, text]) => ({ id, column, text })),
    );
    const later = (ms: number) => (timer.current ??= setTimeout(() => void save(), ms));
    try {
      await batchServer.edit(batchId, { kind: 'cells', edits });
      unsaved.current = withoutSent(unsaved.current, sent);
      await refresh();
      setSaving(unsaved.current.size === 0 ? 'saved' : 'saving');
      if (unsaved.current.size > 0) later(0);
    } catch (error) {
      if (!(error instanceof BatchRefusal)) throw error;
      setSaving('lost');
      later(retryMs);
    } finally {
      isSending.current = false;
    }
  }, [batchId, refresh]);

  const apply = useCallback(
    ({ table: next, edits }: Edited) => {
      setTable(next);
      if (edits.length === 0) return;
      unsaved.current = withEdits(unsaved.current, edits);
      setSaving('saving');
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), restMs);
    },
    [save],
  );

  useEffect(() => {
    if (saving === 'saved') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saving]);

  return { table, apply, show: setTable, saving };
}

/** A row that has not changed stays the same object, so that it is not drawn again. */
const tableRowOf = new WeakMap<BatchRow, TableRow>();

function tableRows(rows: readonly BatchRow[], unsaved: Unsaved): TableRow[] {
  return rows.map((row) => {
    const typed = unsaved.get(row.id);
    const saved = tableRowOf.get(row) ?? { id: row.id, cells: row.cells, isLocked: !isEditable(row) };
    tableRowOf.set(row, saved);
    return typed === undefined ? saved : { ...saved, cells: { ...saved.cells, ...typed } };
  });
}

function isEditable(row: BatchRow): boolean {
  const stage = stageOf(row);
  if (stage === 'replacing' || stage === 'skipping') return false;
  return ['waiting', 'received', 'checked', 'refused'].includes(row.state);
}

function withEdits(unsaved: Unsaved, edits: readonly CellEdit[]): Unsaved {
  const next = new Map(unsaved);
  for (const { id, column, after } of edits) next.set(id, { ...next.get(id), [column]: after });
  return next;
}

/** What was typed while the rest was being sent stays unsaved. */
function withoutSent(unsaved: Unsaved, sent: Unsaved): Unsaved {
  return new Map([...unsaved].filter(([id, cells]) => cells !== sent.get(id)));
}
