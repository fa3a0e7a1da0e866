'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MakerRow, type MakerTexts, noMaker } from './maker-row';

interface MakerRowsProps {
  rows: readonly Partial<MakerTexts>[];
  /** Ids of records by name, of those that this work credits. */
  records: Readonly<Record<string, string>>;
}

/**
 * The makers of a work, in order. Without JavaScript there is one empty row more at the end, and a cleared name is
 * removed when the work is saved. Client messages: `editing`.
 */
export function MakerRows({ rows, records }: MakerRowsProps) {
  const t = useTranslations('editing');
  const [kept, setKept] = useState(() =>
    [...rows, {}].map((row, key) => ({ row: { ...noMaker, ...row }, key })),
  );
  const nextKey = Math.max(-1, ...kept.map(({ key }) => key)) + 1;
  const moveUp = (at: number) =>
    setKept(kept.map((one, i) => (i === at - 1 ? kept[at] : i === at ? kept[at - 1] : one) ?? one));

  return (
    <div className="space-y-6">
      {kept.map(({ row, key }, at) => (
        <MakerRow
          key={key}
          at={at}
          row={row}
          recordId={row.known === '' ? undefined : records[row.known]}
          onChange={(next) => setKept(kept.map((one) => (one.key === key ? { key, row: next } : one)))}
          onRemove={kept.length > 1 ? () => setKept(kept.filter((one) => one.key !== key)) : undefined}
          onUp={at > 0 ? () => moveUp(at) : undefined}
        />
      ))}
      <button
        type="button"
        className="button-quiet"
        onClick={() => setKept([...kept, { row: noMaker, key: nextKey }])}
      >
        {t('addMaker')}
      </button>
    </div>
  );
}
