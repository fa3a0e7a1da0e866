import { arrivalOutcomes } from './arrivals';
import { type ArtworkDetails } from './artwork';
import { type DatabaseClient } from './database';
import { type ImportRun } from './import-runs.repository';
import { type ImportedRecord, type Prisma } from './prisma/client';

export type { ImportedRecord };

/** How a run has dealt with a record; `postponed`: its picture could not be had this time. */
export const importOutcomes = [...arrivalOutcomes, 'postponed', 'vanished'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];
export type ImportCounts = Readonly<Record<ImportOutcome, number>>;

export const noneImported: ImportCounts = {
  added: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  postponed: 0,
  vanished: 0,
};

/** How the records ended that a run has dealt with, counted from the records themselves: right after any kill. */
export async function countImported(db: DatabaseClient, runId: string): Promise<ImportCounts> {
  return (await countImportedBy(db, [runId])).get(runId) ?? noneImported;
}

/** {@link countImported} of several runs, by their ids; without those that have no record. */
export async function countImportedBy(
  db: DatabaseClient,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, ImportCounts>> {
  const groups = await db.importedRecord.groupBy({
    by: ['runId', 'outcome'],
    where: { runId: { in: [...runIds] } },
    _count: true,
  });
  const counts = new Map<string, ImportCounts>();
  for (const { runId, outcome, _count } of groups)
    counts.set(runId, { ...(counts.get(runId) ?? noneImported), [outcome as ImportOutcome]: _count });
  return counts;
}

export async function findImportedRecord(
  db: DatabaseClient,
  source: string,
  sourceId: string,
): Promise<ImportedRecord | null> {
  return db.importedRecord.findUnique({ where: { source_sourceId: { source, sourceId } } });
}

/** What a run says of a record; fields that are left out stay as they were, but for the reason. */
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
  { source, sourceId, details, reason = null, ...note }: RecordNote,
): Promise<void> {
  // Of texts, numbers, lists and nulls alone, which JSON holds.
  const json = details === undefined ? {} : { details: details as unknown as Prisma.InputJsonObject };
  const said = { ...note, ...json, reason, outcome, runId: run.id, request: run.request, seenAt: new Date() };
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
    where: {
      source,
      request,
      runId: { not: id },
      outcome: { in: ['added', 'updated', 'unchanged', 'postponed'] },
    },
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

/** Of these records of a source those that are known here, by their ids at the source. */
export async function findImportedRecords(
  db: DatabaseClient,
  source: string,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, ImportedRecord & { artwork: { deletedAt: Date | null } | null }>> {
  const rows = await db.importedRecord.findMany({
    where: { source, sourceId: { in: [...sourceIds] } },
    include: { artwork: { select: { deletedAt: true } } },
  });
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** How many works of a run are drafts now. */
export async function countDraftsOf(db: DatabaseClient, runId: string): Promise<number> {
  return db.importedRecord.count({ where: { runId, artwork: { publication: 'draft', deletedAt: null } } });
}

/** The ids of the records that a run is done with. */
export async function findIdsDoneBy(db: DatabaseClient, runId: string): Promise<string[]> {
  const rows = await db.importedRecord.findMany({
    where: { runId, outcome: { not: 'postponed' } },
    select: { sourceId: true },
  });
  return rows.map(({ sourceId }) => sourceId);
}

/** The ids of the works that a run has brought or updated last, newest first. */
export async function findLastBrought(db: DatabaseClient, runId: string, limit: number): Promise<string[]> {
  const rows = await db.importedRecord.findMany({
    where: { runId, outcome: { in: ['added', 'updated'] }, artwork: { deletedAt: null } },
    orderBy: { seenAt: 'desc' },
    take: limit,
    select: { artworkId: true },
  });
  return rows.flatMap(({ artworkId }) => artworkId ?? []);
}
