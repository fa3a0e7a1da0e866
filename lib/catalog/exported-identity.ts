import { createHash } from 'node:crypto';
import { type Region } from '@/lib/images/region';
import { type ArtworkDetails } from './artwork';
import { type DatabaseClient } from './database';
import { type Prisma } from './prisma/client';

/** What a source of an import has said of a work, so that its next import finds the work again. */
export interface ExportedSource {
  readonly source: string;
  readonly id: string;
  readonly request: string;
  readonly details: ArtworkDetails | null;
  readonly pictureUrl: string | null;
  readonly recordEtag: string | null;
  readonly recordModified: string | null;
  readonly pictureEtag: string | null;
  readonly pictureModified: string | null;
}

/** The records of a work's makers in the Gafu that exported it. */
export interface ExportedMakers {
  /** In the order of the work's makers; null: not known. */
  readonly ids: readonly (string | null)[];
  /** The record here for each id of the export: one map for a whole import. */
  readonly records: Map<string, string>;
}

/** What an export keeps of a work beside its details: with it the work becomes the same work in another Gafu. */
export interface ExportedIdentity {
  readonly id: string;
  /** Null: now. */
  readonly addedAt: Date | null;
  readonly crop: Region | null;
  readonly makers: ExportedMakers;
  readonly sources: readonly ExportedSource[];
}

/** Of the work's own row. */
export function identityColumns(identity: ExportedIdentity | undefined) {
  return {
    createdAt: identity?.addedAt ?? undefined,
    crop: identity?.crop ? { ...identity.crop } : undefined,
  };
}

/**
 * Notes what else makes a new work the one that was exported.
 * @param db the transaction's client
 */
export async function keepIdentity(
  db: DatabaseClient,
  identity: ExportedIdentity | undefined,
): Promise<void> {
  if (identity === undefined) return;
  // A work with this id may have been removed before, and indexes follow what is removed.
  await db.removedArtwork.deleteMany({ where: { artworkId: identity.id } });
  await keepSources(db, identity.id, identity.sources);
}

/** As if they had been imported here. Records that are here already stay. */
async function keepSources(
  db: DatabaseClient,
  artworkId: string,
  sources: readonly ExportedSource[],
): Promise<void> {
  for (const { source, id, request, details, ...rest } of sources) {
    const runId = await finishedRun(db, source, request);
    await db.importedRecord.createMany({
      data: [
        {
          ...rest,
          source,
          sourceId: id,
          artworkId,
          runId,
          request,
          outcome: 'added',
          ...(details !== null && { details: details as unknown as Prisma.InputJsonObject }),
        },
      ],
      skipDuplicates: true,
    });
  }
}

/** Records belong to a run. Its next import is a new one. */
async function finishedRun(db: DatabaseClient, source: string, request: string): Promise<string> {
  const digest = createHash('sha256').update(`${source} ${request}`).digest('hex');
  const id = `export-${digest}`;
  await db.importRun.createMany({
    data: [{ id, source, request, state: 'finished', finishedAt: new Date() }],
    skipDuplicates: true,
  });
  return id;
}
