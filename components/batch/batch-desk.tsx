'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Notice } from '@/components/layout/notice';
import { type BatchView, type Decision } from '@/lib/batch/batch-view';
import { BatchProgress } from './batch-progress';
import { batchServer } from './batch-server';
import { BatchSummary } from './batch-summary';
import { ChooseFiles } from './choose-files';
import { type Choice, takeHandedOver } from './chosen-files';
import { ListNotes } from './list-notes';
import { Lookalikes } from './lookalikes';
import { PublishBar } from './publish-bar';
import { RefusedFiles } from './refused-files';
import { useBatch } from './use-batch';
import { useUploads } from './use-uploads';
import { WorksSection } from './works-section';

interface BatchDeskProps {
  initial: BatchView;
  /** All columns of a list. */
  columns: readonly string[];
  bytesMax: number;
}

/** A batch on its way into the collection. Client messages: `arrivals`, `batch`, `refusals`. */
export function BatchDesk({ initial, columns, bytesMax }: BatchDeskProps) {
  const t = useTranslations('batch');
  const batch = useBatch(initial);
  const { view, rows, refusal, act, refresh } = batch;
  const uploads = useUploads(view.id, batch);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);

  const choose = (choice: Choice) => {
    setLeftOut(choice.leftOut.map(({ path }) => path));
    void uploads.choose(choice);
  };
  const takeOver = useEffectEvent(() => {
    const handedOver = takeHandedOver(view.id);
    if (handedOver !== null) choose(handedOver);
  });
  useEffect(() => takeOver(), []);

  const decide = (files: readonly string[], decision: Decision, replacesId?: string) =>
    void act(() => batchServer.edit(view.id, { kind: 'decide', files, decision, replacesId }));
  const remove = (files: readonly string[]) =>
    void act(() => batchServer.edit(view.id, { kind: 'remove', files }));

  const waiting = rows.filter(({ state }) => state === 'waiting');
  const missing = uploads.left === 0 ? waiting.length : 0;
  const sentInVain = waiting.find(({ reason }) => reason !== null);
  const tableRows = rows.filter(({ state }) => state !== 'skipped');
  return (
    <div className="space-y-10">
      {refusal && <RefusalNotice refusal={refusal} />}
      {uploads.stopped !== null && (
        <Notice role="alert" title={t('stopped')}>
          {t('stoppedHelp')}
        </Notice>
      )}
      {missing > 0 && uploads.stopped === null && (
        <Notice title={t('unfinished', { count: missing })}>
          {t('unfinishedHelp')}
          {sentInVain && (
            <span className="mt-2 block">
              {sentInVain.path}: {sentInVain.reason}
            </span>
          )}
        </Notice>
      )}
      {leftOut.length > 0 && (
        <Notice title={t('leftOut', { count: leftOut.length })}>{leftOut.slice(0, 10).join(', ')}</Notice>
      )}
      <BatchSummary rows={rows} />
      <ChooseFiles isSmall={rows.length > 0} bytesMax={bytesMax} onChoice={choose} />
      {rows.length > 0 && (
        <div className="space-y-3">
          <BatchProgress rows={rows} {...uploads} />
          <ListNotes list={view.list} />
        </div>
      )}
      <RefusedFiles
        rows={rows.filter(({ state }) => state === 'refused')}
        onInstead={(id, file) => void uploads.chooseInstead(id, file)}
        onRemove={remove}
      />
      <Lookalikes
        rows={rows.filter(({ state, lookalikes }) => state === 'checked' && lookalikes.length > 0)}
        decide={decide}
      />
      {tableRows.length > 0 && (
        <WorksSection
          batchId={view.id}
          columns={columns}
          rows={tableRows}
          sent={uploads.sent}
          refresh={refresh}
        >
          {(saving) => (
            <PublishBar rows={rows} saving={saving} publish={() => act(() => batchServer.publish(view.id))} />
          )}
        </WorksSection>
      )}
    </div>
  );
}
