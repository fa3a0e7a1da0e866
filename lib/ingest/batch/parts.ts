import { addPart, type BatchFile, changeBatchFile, findBatchFile } from '@/lib/catalog/batches.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';
import { ensureJobTables } from '../jobs/job-queue';
import { enqueueCheck } from './batch-jobs';

/** The length in the name: two connections that send from the same place cannot mix up what they store. */
const partKey = (uploadKey: string, start: number, length: number) => `${uploadKey}-${start}-${length}.part`;

export function receivedBytes({ partSizes }: Pick<BatchFile, 'partSizes'>): number {
  return partSizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Stores a part of a file that is arriving. After the last one the file is checked by a worker. The parts are in the
 * image store and their sizes in Postgres, so any web server can go on.
 * @param start where it begins in the file
 * @returns false if the file does not stand there: another connection was faster, or the file was removed
 */
export async function storePart(
  file: Pick<BatchFile, 'id' | 'uploadKey' | 'sizeBytes'>,
  start: number,
  bytes: Uint8Array,
): Promise<boolean> {
  const length = bytes.byteLength;
  await ensureJobTables();
  await imageStore().put(partKey(file.uploadKey, start, length), bytes);
  return await inTransaction(await database(), async (transaction) => {
    if (!(await addPart(transaction, file.id, { start, length }))) return false;
    if (start + length < Number(file.sizeBytes)) return true;
    await changeBatchFile(
      transaction,
      { id: file.id, state: 'waiting' },
      { state: 'received', reason: null },
    );
    await enqueueCheck(transaction, file.id);
    return true;
  });
}

/** All bytes of a file that has arrived; null if some are missing, as after a restored backup. */
export async function assemble(file: BatchFile): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let start = 0;
  for (const length of file.partSizes) {
    const part = await imageStore().get(partKey(file.uploadKey, start, length));
    if (part?.byteLength !== length) return null;
    parts.push(part);
    start += length;
  }
  return start === Number(file.sizeBytes) ? Buffer.concat(parts) : null;
}

export async function deleteParts({ uploadKey }: Pick<BatchFile, 'uploadKey'>): Promise<void> {
  await imageStore().delete(uploadKey);
}

/** @returns the file, if it belongs to this batch */
export async function findFileOf(batchId: string, fileId: string): Promise<BatchFile | null> {
  const file = await findBatchFile(await database(), fileId);
  return file?.batchId === batchId ? file : null;
}
