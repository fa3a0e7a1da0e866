'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type BatchRow, stageOf } from '@/lib/batch/batch-view';
import { fillDown, redo, undo } from '@/lib/batch/table';
import { BatchTable } from './batch-table';
import { shownColumns } from './columns';
import { type BatchCells, useCells } from './use-cells';

interface WorksSectionProps {
  batchId: string;
  /** All columns of a list. */
  columns: readonly string[];
  rows: readonly BatchRow[];
  sent: ReadonlyMap<string, number>;
  refresh: () => Promise<unknown>;
  /** Below the table. */
  children: (saving: BatchCells['saving']) => React.ReactNode;
}

/** The table of works with its tools. Client messages: `batch`. */
export function WorksSection({ batchId, columns, rows, sent, refresh, children }: WorksSectionProps) {
  const t = useTranslations('batch');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isNarrowed, setNarrowed] = useState(false);
  const incomplete = rows.filter((row) => stageOf(row) === 'incomplete');
  const narrowed = isNarrowed && incomplete.length > 0;
  const shownRows = useMemo(
    () => (narrowed ? rows.filter((row) => stageOf(row) === 'incomplete') : rows),
    [narrowed, rows],
  );
  const names = shownColumns(columns, rows, chosen).join(' ');
  const shown = useMemo(() => names.split(' '), [names]);
  const cells = useCells(batchId, shown, shownRows, refresh);
  const { table, apply, saving } = cells;
  return (
    <section aria-labelledby="works">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h2 id="works" className="font-serif text-head">
          {t('works')}
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          {incomplete.length > 0 && (
            <label className="mr-3 flex min-h-10 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                checked={narrowed}
                onChange={(event) => setNarrowed(event.currentTarget.checked)}
                className="size-4.5 accent-seal"
              />
              {t('onlyIncomplete', { count: incomplete.length })}
            </label>
          )}
          <button type="button" className="button-quiet" onClick={() => apply(fillDown(table))}>
            {t('fillDown')}
          </button>
          <button
            type="button"
            className="button-quiet disabled:opacity-50"
            disabled={table.done.length === 0}
            onClick={() => apply(undo(table))}
          >
            {t('undo')}
          </button>
          <button
            type="button"
            className="button-quiet disabled:opacity-50"
            disabled={table.undone.length === 0}
            onClick={() => apply(redo(table))}
          >
            {t('redo')}
          </button>
          <details className="relative">
            <summary className="button-quiet">{t('moreColumns')}</summary>
            <div className="absolute right-0 z-40 mt-1 grid max-h-80 w-64 overflow-auto border border-edge bg-wall p-3 max-sm:right-auto max-sm:left-0">
              {columns.map((column) => (
                <label key={column} className="flex min-h-9 cursor-pointer items-center gap-2">
                  <input
                    type="checkbox"
                    checked={shown.includes(column)}
                    disabled={shown.includes(column) && !chosen.has(column)}
                    onChange={(event) => {
                      const next = new Set(chosen);
                      if (event.currentTarget.checked) next.add(column);
                      else next.delete(column);
                      setChosen(next);
                    }}
                    className="size-4.5 accent-seal"
                  />
                  {t(`columns.${column}` as 'columns.title')}
                </label>
              ))}
            </div>
          </details>
        </div>
      </div>
      <BatchTable cells={cells} rows={shownRows} sent={sent} />
      {children(saving)}
    </section>
  );
}
