import { randomBytes } from 'node:crypto';
import { type ChosenFile, matchFiles, normalPath } from '@/lib/batch/match-files';
import { matchList } from '@/lib/batch/match-list';
import {
  type BatchFile,
  changeBatchFile,
  getBatch,
  jsonColumn,
  lockBatch,
  touchBatch,
  unfinishedBytes,
  unfinishedStates,
} from '@/lib/catalog/batches.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import { randomArtworkId } from '@/lib/catalog/random-id';
import { checkSizeBytes } from '@/lib/images/decoding';
import { megabytes } from '@/lib/images/picture-limits';
import { currentActor } from '@/lib/platform/current-actor';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { deleteParts } from './parts';
import { readWorksFile, worksFileSchema } from './works-file';

export const batchFilesMax = 2_000;

/** Begins a batch. @returns its id */
export async function openBatch(name: string): Promise<string> {
  return await inTransaction(await database(), async (transaction) => {
    const createdBy = currentActor()?.name ?? '';
    const { id } = await transaction.batch.create({ data: { id: randomArtworkId(), name, createdBy } });
    await recordChange(transaction, {
      action: 'create',
      subject: { kind: 'batch', id, name },
      after: { name },
    });
    return id;
  });
}

/**
 * Makes files known to a batch before they are sent. Those that it has already are found again, so that they go on.
 * @returns for each chosen file, in their order, its id
 * @throws Problem `not-found`; `too-large` if the batch, or all batches together, have too much
 */
export async function chooseFiles(batchId: string, chosen: readonly ChosenFile[]): Promise<string[]> {
  return await inTransaction(await database(), async (transaction) => {
    await lockBatch(transaction, batchId);
    await getBatch(transaction, batchId);
    const rows = await transaction.batchFile.findMany({ where: { batchId } });
    const { known, added } = matchFiles(chosen, rows.map(asChosen));
    const files = added.flatMap((at) => chosen[at] ?? []);
    await refuseTooMuch(transaction, rows.length, files);
    const first = Math.max(-1, ...rows.map(({ position }) => position)) + 1;
    const created = files.map((file, at) => ({ ...newFile(file), batchId, position: first + at }));
    await transaction.batchFile.createMany({ data: created });
    await matchBatchList(transaction, batchId);
    await touchBatch(transaction, batchId);
    const ids = new Map([
      ...known.map(({ chosen: at, row }) => [at, row.id] as const),
      ...added.map((at, number) => [at, created[number]?.id ?? ''] as const),
    ]);
    return chosen.map((_, at) => ids.get(at) ?? '');
  });
}

/**
 * Takes another file instead of one that was refused, or has not come. What is said of its work stays.
 * @throws Problem `not-found`, `conflict`
 */
export async function chooseInstead(batchId: string, fileId: string, chosen: ChosenFile): Promise<void> {
  const before = await inTransaction(await database(), async (transaction) => {
    const file = await transaction.batchFile.findFirst({ where: { id: fileId, batchId } });
    if (file === null) throw new Problem('not-found', 'There is no such file in this batch.');
    if (file.state !== 'refused' && file.state !== 'waiting')
      throw new Problem(
        'conflict',
        `Only a file that was refused can be replaced, and ${file.path} was not.`,
      );
    const fresh = { partSizes: [], embedded: {}, lookalikes: [], tries: 0 };
    await changeBatchFile(transaction, file, { ...newFile(chosen), ...fresh, id: fileId });
    await touchBatch(transaction, batchId);
    return file;
  });
  await deleteParts(before);
}

/** Keeps the list that came with the pictures, in place of an earlier one. @throws Problem as {@link readWorksFile} */
export async function chooseList(batchId: string, bytes: Uint8Array, name: string): Promise<void> {
  const list = readWorksFile(bytes, name);
  await inTransaction(await database(), async (transaction) => {
    await lockBatch(transaction, batchId);
    await getBatch(transaction, batchId);
    const data = { manifestName: name, manifest: jsonColumn(list), updatedAt: new Date() };
    await transaction.batch.update({ where: { id: batchId }, data });
    await matchBatchList(transaction, batchId);
  });
}

/** Gives each file what its line in the list says. */
async function matchBatchList(transaction: DatabaseClient, batchId: string): Promise<void> {
  const { manifest } = await getBatch(transaction, batchId);
  if (manifest === null) return;
  const files = await transaction.batchFile.findMany({
    where: { batchId, state: { in: [...unfinishedStates, 'refused'] } },
    select: { id: true, path: true },
  });
  const { cells } = matchList(worksFileSchema.parse(manifest).works, files);
  const listed = files.map(({ id }) => JSON.stringify(cells.get(id) ?? {}));
  await transaction.$executeRaw`
    UPDATE batch_files SET listed = said::jsonb, updated_at = clock_timestamp()
    FROM unnest(${files.map(({ id }) => id)}::text[], ${listed}::text[]) AS matches (file_id, said)
    WHERE id = file_id AND listed <> said::jsonb`;
}

function asChosen(file: BatchFile): ChosenFile & { readonly id: string } {
  const { id, path, sizeBytes, modifiedAt } = file;
  return { id, path, sizeBytes: Number(sizeBytes), modifiedMs: modifiedAt.getTime() };
}

/** A file that is empty or too large is refused before it is sent. */
function newFile({ path, sizeBytes, modifiedMs }: ChosenFile) {
  const reason = reasonOfSize(sizeBytes);
  return {
    id: randomArtworkId(),
    path: normalPath(path),
    sizeBytes: BigInt(sizeBytes),
    modifiedAt: new Date(modifiedMs),
    uploadKey: randomBytes(32).toString('hex'),
    state: reason === null ? 'waiting' : 'refused',
    reason,
  };
}

function reasonOfSize(sizeBytes: number): string | null {
  try {
    checkSizeBytes(sizeBytes);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

async function refuseTooMuch(
  transaction: DatabaseClient,
  filesBefore: number,
  files: readonly ChosenFile[],
): Promise<void> {
  if (filesBefore + files.length > batchFilesMax)
    throw new Problem(
      'too-large',
      `A batch may have at most ${batchFilesMax} files, and this would be ${filesBefore + files.length}. Begin another batch for the rest.`,
      { filesMax: batchFilesMax },
    );
  const { batchBytesMax } = settings();
  const coming = files.filter(({ sizeBytes }) => reasonOfSize(sizeBytes) === null);
  const bytes = coming.reduce((sum, { sizeBytes }) => sum + sizeBytes, await unfinishedBytes(transaction));
  if (bytes > batchBytesMax)
    throw new Problem(
      'too-large',
      `All batches together may have ${megabytes(batchBytesMax)} that are not in the collection yet, and this would be ${megabytes(bytes)}. Publish or delete a batch first, or ask your operator to raise BATCH_BYTES_MAX.`,
      { bytesMax: batchBytesMax },
    );
}
