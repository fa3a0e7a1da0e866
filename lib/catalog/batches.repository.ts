import { Problem } from '@/lib/platform/problem';
import { type DatabaseClient } from './database';
import { type Batch, type BatchFile, type Prisma } from './prisma/client';
import { isPictureId } from './picture-id';

export type { Batch, BatchFile };

/** Files with what belongs to them. */
export const withPictureAndWork = {
  image: true,
  artwork: { include: { image: true } },
} satisfies Prisma.BatchFileInclude;
export type BatchFileRow = Prisma.BatchFileGetPayload<{ include: typeof withPictureAndWork }>;

/** States of files that still take up room, in the image store or on the way to it. */
export const unfinishedStates = ['waiting', 'received', 'checked', 'adding'] as const;

/** @throws Problem `not-found` */
export async function getBatch(db: DatabaseClient, id: string): Promise<Batch> {
  const batch = isPictureId(id) ? await db.batch.findUnique({ where: { id } }) : null;
  if (batch === null)
    throw new Problem('not-found', `There is no batch "${id}". It was deleted, or it was kept long enough.`);
  return batch;
}

export async function findBatchFile(db: DatabaseClient, id: string): Promise<BatchFile | null> {
  return isPictureId(id) ? await db.batchFile.findUnique({ where: { id } }) : null;
}

/** In their order. @param changedSince milliseconds since 1970: only those of which something changed from then on */
export async function listBatchFiles(
  db: DatabaseClient,
  batchId: string,
  changedSince: number | null = null,
): Promise<BatchFileRow[]> {
  const since = changedSince === null ? null : new Date(changedSince);
  return await db.batchFile.findMany({
    where: {
      batchId,
      ...(since && { OR: [{ updatedAt: { gte: since } }, { artwork: { updatedAt: { gte: since } } }] }),
    },
    orderBy: { position: 'asc' },
    include: withPictureAndWork,
  });
}

/** Bytes of all files, of any batch, that are not settled yet. */
export async function unfinishedBytes(db: DatabaseClient): Promise<number> {
  const { _sum } = await db.batchFile.aggregate({
    where: { state: { in: [...unfinishedStates] } },
    _sum: { sizeBytes: true },
  });
  return Number(_sum.sizeBytes ?? 0);
}

/** Changes a file while it is in this state. @returns false if it is gone or in another state by now */
export async function changeBatchFile(
  db: DatabaseClient,
  { id, state }: Pick<BatchFile, 'id' | 'state'>,
  data: Prisma.BatchFileUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await db.batchFile.updateMany({ where: { id, state }, data });
  return count === 1;
}

/** Notes a part that has been stored. @returns false if the file does not stand at `start` any more */
export async function addPart(
  db: DatabaseClient,
  id: string,
  { start, length }: { readonly start: number; readonly length: number },
): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE batch_files SET part_sizes = part_sizes || ${length}::integer, updated_at = clock_timestamp()
    WHERE id = ${id} AND state = 'waiting'
      AND (SELECT coalesce(sum(size), 0) FROM unnest(part_sizes) AS size) = ${start}::bigint`;
  return changed === 1;
}

/** A curator did something with it, so it does not expire yet. */
export async function touchBatch(db: DatabaseClient, id: string): Promise<void> {
  await db.batch.updateMany({ where: { id }, data: { updatedAt: new Date() } });
}

/** Until the transaction ends, nobody else compares pictures of this batch. */
export async function lockBatch(transaction: DatabaseClient, id: string): Promise<void> {
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('gafu batch ' || ${id}, 0))::text`;
}

export interface BatchSummary extends Batch {
  /** Files by state. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Batches, newest first. */
export async function listBatches(db: DatabaseClient, limit: number): Promise<BatchSummary[]> {
  const batches = await db.batch.findMany({ orderBy: { createdAt: 'desc' }, take: limit });
  const groups = await db.batchFile.groupBy({
    by: ['batchId', 'state'],
    where: { batchId: { in: batches.map(({ id }) => id) } },
    _count: true,
  });
  return batches.map((batch) => ({
    ...batch,
    counts: Object.fromEntries(
      groups.filter(({ batchId }) => batchId === batch.id).map(({ state, _count }) => [state, _count]),
    ),
  }));
}

export function jsonColumn(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}
