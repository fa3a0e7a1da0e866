'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useGap } from '@/components/layout/gap';
import { type BatchRow } from '@/lib/batch/batch-view';
import { countStages } from './batch-progress';
import { type BatchCells } from './use-cells';

interface PublishBarProps {
  rows: readonly BatchRow[];
  saving: BatchCells['saving'];
  publish: () => Promise<unknown>;
}

/** What would be published now, what holds up the rest, and the button. Client messages: `batch`. */
export function PublishBar({ rows, saving, publish }: PublishBarProps) {
  const t = useTranslations('batch');
  const gap = useGap();
  const [isSending, setSending] = useState(false);
  const { ready, replacing, skipping, undecided, incomplete, waiting, checking } = countStages(rows);
  const held = (['undecided', 'incomplete', 'waiting', 'checking'] as const)
    .map((stage) => [stage, { undecided, incomplete, waiting, checking }[stage]] as const)
    .flatMap(([stage, count]) => (count > 0 ? t(`held.${stage}`, { count }) : []));
  const actions = [
    ...(ready > 0 ? [t('publish.add', { count: ready })] : []),
    ...(replacing > 0 ? [t('publish.replace', { count: replacing })] : []),
    ...(skipping > 0 ? [t('publish.skip', { count: skipping })] : []),
  ];
  if (actions.length + held.length === 0) return null;
  return (
    <div className="sticky bottom-0 z-30 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-t border-ink bg-wall py-3">
      <p className="min-w-0 text-quiet">
        {held.length > 0 ? held.join(gap) : t('nothingHeld')}
        {gap}
        <span role="status">{saving === 'lost' ? t('unsaved') : saving === 'saving' ? t('saving') : ''}</span>
      </p>
      {actions.length > 0 && (
        <button
          type="button"
          className="button"
          disabled={isSending || saving !== 'saved'}
          onClick={() => {
            setSending(true);
            void publish().finally(() => setSending(false));
          }}
        >
          {actions.join(' · ')}
        </button>
      )}
    </div>
  );
}
