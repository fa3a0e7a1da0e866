import { artworkSubject } from '@/lib/catalog/artwork-change';
import { recordChanges } from '@/lib/catalog/changes.repository';
import { type ChangedWork, updateDeletedAt } from '@/lib/catalog/curated-works.repository';
import { type DatabaseClient } from '@/lib/catalog/database';

/**
 * Takes works out of the collection. They can be restored until lib/ingest/jobs/empty-bin deletes them for good.
 * @returns how many were not deleted before
 */
export async function deleteWorks(transaction: DatabaseClient, ids: readonly string[]): Promise<number> {
  const deletedAt = new Date();
  const changed = await updateDeletedAt(transaction, ids, deletedAt);
  await record(transaction, 'delete', changed, deletedAt);
  return changed.length;
}

/** Puts deleted works back as they were, published or not. @returns how many were deleted */
export async function restoreWorks(transaction: DatabaseClient, ids: readonly string[]): Promise<number> {
  const changed = await updateDeletedAt(transaction, ids, null);
  await record(transaction, 'restore', changed, null);
  return changed.length;
}

async function record(
  transaction: DatabaseClient,
  action: 'delete' | 'restore',
  changed: readonly ChangedWork[],
  deletedAt: Date | null,
): Promise<void> {
  await recordChanges(
    transaction,
    changed.map((before) => ({
      action,
      subject: artworkSubject(before),
      before: { deletedAt: before.deletedAt },
      after: { deletedAt },
    })),
  );
}
