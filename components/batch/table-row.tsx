'use client';

import { memo } from 'react';
import { useTranslations } from 'next-intl';
import { type BatchRow } from '@/lib/batch/batch-view';
import { type Cells } from '@/lib/batch/cells';
import { baseName } from '@/lib/batch/match-files';
import { type Position } from '@/lib/batch/table';
import { renditionUrl } from '@/lib/images/rendition-url';
import { CellEditor, type EditEnd } from './cell-editor';
import { columnWidth } from './columns';
import { StageMark } from './stage-mark';

interface TableRowProps {
  number: number;
  row: BatchRow;
  /** With what is not saved yet. */
  cells: Cells;
  isLocked: boolean;
  columns: readonly string[];
  activeColumn: number | null;
  selectedFrom: number | null;
  selectedTo: number | null;
  /** Undefined: it is not typed in. Null: typing begins with what is in the active cell. */
  editingText: string | null | undefined;
  sent: number | null;
  handlers: {
    readonly onSelect: (position: Position, extend: boolean, isAgain: boolean) => void;
    readonly onEnd: (text: string | null, end: EditEnd) => void;
  };
}

/** One work of a batch. Drawn again only if something in it has changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { number, row, cells, isLocked, columns, activeColumn, selectedFrom, selectedTo, sent } = props;
  const { handlers, editingText } = props;
  const name = baseName(row.path);
  return (
    <tr aria-rowindex={number + 2}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-b border-rule bg-wall py-1.5 pr-3 text-left align-top font-normal"
      >
        <span className="flex items-start gap-3">
          <RowPicture row={row} />
          <span className="min-w-0 flex-1 max-sm:sr-only">
            <span className="block max-w-52 truncate" title={row.path}>
              {name}
            </span>
            <StageMark row={row} sent={sent} />
          </span>
        </span>
        <span className="mt-1 block w-17 overflow-hidden text-fine text-ellipsis sm:hidden" aria-hidden>
          <StageMark row={row} sent={sent} isShort />
        </span>
      </th>
      {columns.map((column, at) => {
        const isActive = at === activeColumn;
        const isEdited = isActive && editingText !== undefined;
        const isSelected =
          selectedFrom !== null && selectedTo !== null && at >= selectedFrom && at <= selectedTo;
        const issue = row.issues[column];
        return (
          <td
            key={column}
            tabIndex={isActive ? 0 : -1}
            data-active={isActive || undefined}
            aria-selected={isSelected}
            aria-readonly={isLocked || undefined}
            aria-invalid={issue !== undefined || undefined}
            onMouseDown={(event) => {
              if (isEdited) return;
              const again = event.detail > 1 || (isActive && event.currentTarget === document.activeElement);
              handlers.onSelect({ row: number, column: at }, event.shiftKey, again);
              if (event.shiftKey || again) event.preventDefault();
            }}
            className={[
              'relative scroll-mt-10 scroll-ml-20 border-b border-l border-rule px-2 py-1.5 align-top sm:scroll-ml-72',
              'focus-visible:outline-offset-[-2px]',
              columnWidth(column),
              isSelected ? 'bg-plinth' : '',
              isActive ? 'outline-2 -outline-offset-2 outline-edge' : '',
              issue !== undefined ? 'shadow-[inset_0_-2px_0_var(--color-seal)]' : '',
              isLocked ? 'text-quiet' : '',
            ].join(' ')}
          >
            {isEdited ? (
              <CellEditor text={editingText ?? cells[column] ?? ''} column={column} onEnd={handlers.onEnd} />
            ) : (
              <CellText text={cells[column] ?? ''} issue={issue} />
            )}
          </td>
        );
      })}
    </tr>
  );
});

function CellText({ text, issue }: { text: string; issue: string | undefined }) {
  return (
    <>
      <span className="line-clamp-2 min-h-6 break-words">{text}</span>
      {issue !== undefined && <span className="sr-only">{issue}</span>}
    </>
  );
}

function RowPicture({ row: { picture } }: { row: BatchRow }) {
  const t = useTranslations('batch');
  if (picture === null) return <span className="block size-12 shrink-0 bg-plinth" title={t('noPicture')} />;
  return (
    <img
      src={renditionUrl(picture.key, 224)}
      alt=""
      width={48}
      height={48}
      loading="lazy"
      decoding="async"
      className="size-12 shrink-0 object-cover"
      style={{ backgroundColor: picture.colour }}
    />
  );
}
