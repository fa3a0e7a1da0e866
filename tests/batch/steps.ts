import { type BatchRow, type Stage, stageOf } from '@/lib/batch/batch-view';
import { database } from '@/lib/catalog/database';
import { addBatchFile } from '@/lib/ingest/batch/add-file';
import { checkBatchFile } from '@/lib/ingest/batch/check-file';
import { chooseFiles } from '@/lib/ingest/batch/open-batch';
import { storePart } from '@/lib/ingest/batch/parts';
import { publishBatch } from '@/lib/ingest/batch/publish-batch';
import { readBatch } from '@/lib/ingest/batch/read-batch';
import { distinctPicture } from '../support/distinct-pictures';

export const png = (seed: number) => distinctPicture(seed).png().toBuffer();

/** Uploads files and has them checked, as the web server and a worker do. @returns their ids */
export async function upload(batchId: string, files: Readonly<Record<string, Buffer>>): Promise<string[]> {
  const chosen = Object.entries(files).map(([path, { byteLength }]) => ({
    path,
    sizeBytes: byteLength,
    modifiedMs: 1,
  }));
  const ids = await chooseFiles(batchId, chosen);
  const db = await database();
  for (const [at, bytes] of Object.values(files).entries()) {
    const id = ids[at] ?? '';
    const file = await db.batchFile.findUniqueOrThrow({ where: { id } });
    if (file.state !== 'waiting') continue;
    expect(await storePart(file, 0, bytes)).toBe(true);
    await checkBatchFile(id);
  }
  return ids;
}

/** Publishes what is ready, and adds it to the collection as a worker does. */
export async function publish(batchId: string): Promise<void> {
  await publishBatch(batchId);
  const db = await database();
  const adding = await db.batchFile.findMany({
    where: { batchId, state: 'adding' },
    orderBy: { position: 'asc' },
  });
  for (const { id } of adding) await addBatchFile(id);
}

export async function rowsOf(batchId: string): Promise<readonly BatchRow[]> {
  return (await readBatch(await database(), batchId)).files;
}

export async function stagesOf(batchId: string): Promise<Stage[]> {
  return (await rowsOf(batchId)).map(stageOf);
}
