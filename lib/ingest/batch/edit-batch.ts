import { z } from 'zod';
import { type Decision, decisions } from '@/lib/batch/batch-view';
import { changeBatchFile, lockBatch, touchBatch, getBatch } from '@/lib/catalog/batches.repository';
import { database, type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import { forgetUnusedImages } from '@/lib/catalog/images.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { Problem } from '@/lib/platform/problem';
import { isCellColumn } from './file-cells';
import { lookalikesOf } from './lookalikes';

/** Longer than any cell may be; its own limit is told with the cell. */
const cellCharactersMax = 20_000;

const id = z.string().max(64);

/** What a curator does with a batch before it is published. */
export const batchEditSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cells'),
    edits: z.array(z.object({ id, column: z.string(), text: z.string().max(cellCharactersMax) })).max(50_000),
  }),
  z.object({
    kind: z.literal('decide'),
    files: z.array(id).min(1).max(2_000),
    decision: z.enum(decisions).nullable(),
    /** The work or file whose picture is replaced. */
    replacesId: id.nullish(),
  }),
  z.object({ kind: z.literal('remove'), files: z.array(id).min(1).max(2_000) }),
]);
export type BatchEdit = z.output<typeof batchEditSchema>;

/** @throws Problem `not-found`; `invalid-request` for a column or decision that cannot be; `conflict` */
export async function editBatch(batchId: string, edit: BatchEdit): Promise<void> {
  await inTransaction(await database(), async (transaction) => {
    await lockBatch(transaction, batchId);
    await getBatch(transaction, batchId);
    await touchBatch(transaction, batchId);
    if (edit.kind === 'cells') await writeCells(transaction, batchId, edit.edits);
    else if (edit.kind === 'remove') await removeFiles(transaction, batchId, edit.files);
    else
      for (const fileId of edit.files)
        await decide(transaction, batchId, fileId, edit.decision, edit.replacesId ?? null);
  });
}

async function writeCells(
  transaction: DatabaseClient,
  batchId: string,
  edits: readonly { id: string; column: string; text: string }[],
): Promise<void> {
  const byFile = new Map<string, Record<string, string>>();
  for (const { id: fileId, column, text } of edits) {
    if (!isCellColumn(column))
      throw new Problem('invalid-request', `There is no column "${column.slice(0, 100)}".`);
    byFile.set(fileId, { ...byFile.get(fileId), [column]: text.replaceAll('\0', '') });
  }
  // What is in the collection already is changed there.
  await transaction.$executeRaw`
    UPDATE batch_files SET typed = typed || said::jsonb, updated_at = clock_timestamp()
    FROM unnest(${[...byFile.keys()]}::text[], ${[...byFile.values()].map((cells) => JSON.stringify(cells))}::text[])
      AS edits (file_id, said)
    WHERE id = file_id AND batch_id = ${batchId} AND state IN ('waiting', 'received', 'checked', 'refused')`;
}

async function decide(
  transaction: DatabaseClient,
  batchId: string,
  fileId: string,
  decision: Decision | null,
  replacesId: string | null,
): Promise<void> {
  const file = await transaction.batchFile.findFirst({ where: { id: fileId, batchId } });
  if (file === null) throw new Problem('not-found', 'There is no such file in this batch.');
  if (file.state !== 'checked')
    throw new Problem('conflict', `${file.path} cannot be decided about now: it is being added, or was.`);
  const lookalikes = lookalikesOf(file);
  if (decision === 'keep' && lookalikes.some(({ isExact }) => isExact))
    throw new Problem(
      'invalid-request',
      `${file.path} is pixel for pixel a picture that is there already, and the collection has a picture only once.`,
    );
  const replaced = lookalikes.find((other) => other.id === replacesId);
  if (decision === 'replace' && replaced === undefined)
    throw new Problem('invalid-request', `Say whose picture ${file.path} replaces: one that looks the same.`);
  const decideOther = (id: string | null, its: Decision | null) =>
    transaction.batchFile.updateMany({
      where: { id: id ?? '', batchId, state: 'checked' },
      data: { decision: its },
    });
  // The file whose place this one took is open again.
  if (file.decision === 'replace') await decideOther(file.replacesId, null);
  if (replaced?.kind === 'file' && decision === 'replace') await decideOther(replaced.id, 'skip');
  await changeBatchFile(transaction, file, {
    decision,
    replacesId: decision === 'replace' ? replacesId : null,
    reason: null,
  });
}

/** Takes files out of the batch that are not in the collection. */
async function removeFiles(
  transaction: DatabaseClient,
  batchId: string,
  ids: readonly string[],
): Promise<void> {
  const where = {
    batchId,
    id: { in: [...ids] },
    state: { in: ['waiting', 'received', 'checked', 'refused'] },
  };
  const files = await transaction.batchFile.findMany({ where });
  await transaction.batchFile.deleteMany({ where });
  await releasePictures(transaction, files);
}

/** Deletes what files had in the image store: their parts, and pictures that nothing else uses. */
export async function releasePictures(
  transaction: DatabaseClient,
  files: readonly { readonly imageKey: string | null; readonly uploadKey: string }[],
): Promise<void> {
  const unused = await forgetUnusedImages(
    transaction,
    files.flatMap(({ imageKey }) => imageKey ?? []),
  );
  for (const key of [...unused, ...files.map(({ uploadKey }) => uploadKey)]) await imageStore().delete(key);
}
