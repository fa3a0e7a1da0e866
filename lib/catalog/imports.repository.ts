import { randomUUID } from 'node:crypto';
import { isRunning, processIdentity } from '@/lib/platform/process-identity';
import { Problem } from '@/lib/platform/problem';
import { type ArtworkDetails } from './artwork';
import { type DatabaseClient } from './database';
import { type ImportedRecord, type ImportRun, type Prisma } from './prisma/client';

export type { ImportedRecord, ImportRun };

export const importOutcomes = ['added', 'updated', 'unchanged', 'refused', 'vanished'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];
export type ImportCounts = Readonly<Record<ImportOutcome, number>>;

/** A list of a source: the same source and request mean the same list. */
export interface ImportList {
  readonly source: string;
  readonly request: string;
}

/**
 * The run to work on: the last one of this list if it was ended, else a new one.
 *
 * @param again begin a new run even so
 * @throws Problem `conflict` if another process of this machine works on it
 */
export async function takeImportRun(
  db: DatabaseClient,
  { source, request }: ImportList,
  { again = false } = {},
): Promise<ImportRun> {
  const last = await db.importRun.findFirst({ where: { source, request }, orderBy: { startedAt: 'desc' } });
  const holder = processIdentity();
  if (last?.state === 'running' && last.holder !== null && last.holder !== holder && isRunning(last.holder))
    throw new Problem(
      'conflict',
      `This list of ${source} is being imported by process ${last.holder.split('-')[0]} already. Wait until it is done, or end it.`,
    );
  if (last === null || last.state === 'finished' || again)
    return db.importRun.create({ data: { id: randomUUID(), source, request, holder } });
  return db.importRun.update({
    where: { id: last.id },
    data: { state: 'running', holder, problem: null, updatedAt: new Date() },
  });
}

export async function updateImportRun(
  db: DatabaseClient,
  id: string,
  data: Pick<Prisma.ImportRunUpdateInput, 'cursor' | 'total' | 'state' | 'problem' | 'finishedAt'>,
): Promise<void> {
  await db.importRun.updateMany({ where: { id }, data: { ...data, updatedAt: new Date() } });
}

/** How the records ended that a run has dealt with, counted from the records themselves: right after any kill. */
export async function countImported(db: DatabaseClient, runId: string): Promise<ImportCounts> {
  const groups = await db.importedRecord.groupBy({ by: ['outcome'], where: { runId }, _count: true });
  const counts = { added: 0, updated: 0, unchanged: 0, refused: 0, vanished: 0 };
  for (const { outcome, _count } of groups) counts[outcome as ImportOutcome] = _count;
  return counts;
}

export async function findImportedRecord(
  db: DatabaseClient,
  source: string,
  sourceId: string,
): Promise<ImportedRecord | null> {
  return db.importedRecord.findUnique({ where: { source_sourceId: { source, sourceId } } });
}

/** What a run says of a record; fields that are left out stay as they were. */
export interface RecordNote {
  readonly source: string;
  readonly sourceId: string;
  readonly artworkId?: string;
  readonly reason?: string | null;
  readonly details?: ArtworkDetails;
  readonly pictureUrl?: string;
  readonly recordEtag?: string | null;
  readonly recordModified?: string | null;
  readonly pictureEtag?: string | null;
  readonly pictureModified?: string | null;
}

export async function noteImportedRecord(
  db: DatabaseClient,
  run: Pick<ImportRun, 'id' | 'request'>,
  outcome: ImportOutcome,
  { source, sourceId, details, ...note }: RecordNote,
): Promise<void> {
  // Of texts, numbers, lists and nulls alone, which JSON holds.
  const json = details === undefined ? {} : { details: details as unknown as Prisma.InputJsonObject };
  const said = { ...note, ...json, outcome, runId: run.id, request: run.request, seenAt: new Date() };
  await db.importedRecord.upsert({
    where: { source_sourceId: { source, sourceId } },
    create: { source, sourceId, ...said },
    update: said,
  });
}

/** The details that a source gave last. */
export function detailsAtSource({ details }: ImportedRecord): ArtworkDetails | null {
  return details as unknown as ArtworkDetails | null;
}

/** Records that a list named before and does not name any more. Marks them as vanished. */
export async function noteVanished(
  db: DatabaseClient,
  { id, source, request }: Pick<ImportRun, 'id' | 'source' | 'request'>,
): Promise<void> {
  await db.importedRecord.updateMany({
    where: { source, request, runId: { not: id }, outcome: { in: ['added', 'updated', 'unchanged'] } },
    data: { outcome: 'vanished', runId: id, seenAt: new Date() },
  });
}

/** The records of one outcome of a run, the first of them only. */
export async function listImported(
  db: DatabaseClient,
  runId: string,
  outcome: ImportOutcome,
  limit: number,
): Promise<ImportedRecord[]> {
  return db.importedRecord.findMany({ where: { runId, outcome }, orderBy: { sourceId: 'asc' }, take: limit });
}

/** Where an imported work comes from, for its page. */
export async function findRecordsOfArtwork(db: DatabaseClient, artworkId: string): Promise<ImportedRecord[]> {
  return db.importedRecord.findMany({ where: { artworkId }, orderBy: { seenAt: 'desc' } });
}
