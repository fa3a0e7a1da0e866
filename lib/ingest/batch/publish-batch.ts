import { publishedStages, type Stage, stageOf } from '@/lib/batch/batch-view';
import { lockBatch, touchBatch, getBatch } from '@/lib/catalog/batches.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { currentActor } from '@/lib/platform/current-actor';
import { Problem } from '@/lib/platform/problem';
import { ensureJobTables } from '../jobs/job-queue';
import { enqueueAdding } from './batch-jobs';
import { releasePictures } from './edit-batch';
import { readBatch } from './read-batch';

/**
 * Publishes what is ready in a batch: a worker adds it to the collection. What nobody has decided about, what has a
 * wrong cell and what has not come yet stays in the batch.
 * @throws Problem `not-found`; `conflict` if nothing is ready
 */
export async function publishBatch(batchId: string): Promise<void> {
  const actor = currentActor();
  if (actor === null) throw new Error('A batch was about to be published in nobody’s name.');
  await ensureJobTables();
  await inTransaction(await database(), async (transaction) => {
    await lockBatch(transaction, batchId);
    const { name } = await getBatch(transaction, batchId);
    const { files } = await readBatch(transaction, batchId);
    const idsAt = (stage: Stage) => files.filter((file) => stageOf(file) === stage).map(({ id }) => id);
    const [ready, replacing, skipping] = publishedStages.map(idsAt);
    const adding = [...(ready ?? []), ...(replacing ?? [])];
    if (adding.length + (skipping?.length ?? 0) === 0)
      throw new Problem('conflict', 'Nothing in this batch is ready to be published.');
    await transaction.batchFile.updateMany({
      where: { id: { in: adding }, state: 'checked' },
      data: { state: 'adding', reason: null },
    });
    await enqueueAdding(transaction, adding, actor);
    await skipFiles(skipping ?? []);
    await touchBatch(transaction, batchId);
    await recordChange(transaction, {
      action: 'publish',
      subject: { kind: 'batch', id: batchId, name },
      after: { added: ready?.length, replaced: replacing?.length, skipped: skipping?.length },
    });

    async function skipFiles(ids: readonly string[]): Promise<void> {
      const where = { id: { in: [...ids] }, state: 'checked' };
      const skipped = await transaction.batchFile.findMany({ where });
      await transaction.batchFile.updateMany({ where, data: { state: 'skipped', imageKey: null } });
      await releasePictures(transaction, skipped);
    }
  });
}
