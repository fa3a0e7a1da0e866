import { useTranslations } from 'next-intl';
import { type BatchRow, type Stage, stageOf } from '@/lib/batch/batch-view';

interface BatchProgressProps {
  rows: readonly BatchRow[];
  sent: ReadonlyMap<string, number>;
  /** Files that this page sends. */
  left: number;
  isLost: boolean;
}

/** How far all files have come: a bar of bytes, and counts in words. */
export function BatchProgress({ rows, sent, left, isLost }: BatchProgressProps) {
  const t = useTranslations('batch');
  const counts = countStages(rows);
  const bytes = rows.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const arrived = rows.reduce(
    (sum, row) => sum + Math.max(row.receivedBytes, row.state === 'waiting' ? (sent.get(row.id) ?? 0) : 0),
    0,
  );
  const checked = counts.ready + counts.incomplete + counts.undecided + counts.replacing + counts.skipping;
  const said = [
    t('counts.files', { count: rows.length }),
    ...(checked > 0 ? [t('counts.checked', { count: checked })] : []),
    ...(['waiting', 'checking', 'adding', 'embedding', 'embedded', 'searchable'] as const).flatMap((stage) =>
      counts[stage] > 0 ? t(`counts.${stage}`, { count: counts[stage] }) : [],
    ),
  ];
  return (
    <div>
      {counts.waiting > 0 && (
        <progress
          aria-label={t('progress')}
          max={1}
          value={bytes === 0 ? 0 : arrived / bytes}
          className="mb-2 block h-1 w-full"
        />
      )}
      <p className="text-quiet tabular-nums">{said.join(' · ')}</p>
      <p role="status" className={isLost ? 'mt-2 text-seal' : 'sr-only'}>
        {isLost ? t('lost') : left > 0 ? t('uploading') : counts.waiting === 0 ? t('uploaded') : ''}
      </p>
    </div>
  );
}

export function countStages(rows: readonly BatchRow[]): Record<Stage, number> {
  const counts: Record<Stage, number> = {
    waiting: 0,
    checking: 0,
    refused: 0,
    undecided: 0,
    incomplete: 0,
    ready: 0,
    replacing: 0,
    skipping: 0,
    adding: 0,
    embedding: 0,
    embedded: 0,
    searchable: 0,
    failed: 0,
    skipped: 0,
  };
  for (const row of rows) counts[stageOf(row)] += 1;
  return counts;
}
