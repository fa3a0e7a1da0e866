import { lockBatch, getBatch } from '@/lib/catalog/batches.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { releasePictures } from './edit-batch';

/**
 * Deletes a batch with all that is not in the collection yet. The works that it has brought stay.
 * @throws Problem `not-found`
 */
export async function deleteBatch(batchId: string): Promise<void> {
  await inTransaction(await database(), async (transaction) => {
    await lockBatch(transaction, batchId);
    const { name } = await getBatch(transaction, batchId);
    const files = await transaction.batchFile.findMany({ where: { batchId } });
    await transaction.batch.delete({ where: { id: batchId } });
    await releasePictures(transaction, files);
    await recordChange(transaction, {
      action: 'delete',
      subject: { kind: 'batch', id: batchId, name },
      before: { name, files: files.length },
    });
  });
}

/** Deletes batches with which nobody has done anything for BATCH_DAYS. @returns how many */
export async function deleteExpiredBatches(now = new Date()): Promise<number> {
  const db = await database();
  const before = new Date(now.getTime() - settings().batchDays * 86_400_000);
  const expired = await db.batch.findMany({ where: { updatedAt: { lt: before } }, select: { id: true } });
  for (const { id } of expired) await deleteBatch(id);
  return expired.length;
}
