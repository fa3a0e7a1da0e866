import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type Space } from '@/lib/vision/space';
import { inTransaction, type DatabaseClient } from './database';
import { type Prisma } from './prisma/client';
import { currentMark, markedSpaces } from './unchanged';

/** Makes a space known. Its id is a hash of all its parts, so one that is known already is the same. */
export async function registerSpace(db: DatabaseClient, space: Space): Promise<void> {
  const { id, kind, extractor, projectionId, dimensions } = space;
  const descriptor = JSON.parse(JSON.stringify(space.descriptor)) as Prisma.InputJsonObject;
  await db.space.createMany({
    data: [{ id, kind, extractor, descriptor, projectionId, dimensions }],
    skipDuplicates: true,
  });
}

/** The spaces that searches are answered from; none before the first work was embedded. */
export async function liveSpaces(db: DatabaseClient): Promise<Partial<Record<EmbeddingKind, string>>> {
  const rows = await db.liveSpace.findMany();
  const live: Partial<Record<EmbeddingKind, string>> = {};
  for (const kind of embeddingKinds) {
    const row = rows.find((candidate) => candidate.kind === kind);
    if (row !== undefined) live[kind] = row.spaceId;
  }
  return live;
}

type Spaces = Partial<Record<EmbeddingKind, Space>>;

/** The last that were found. A space never changes: its id is a hash of its parts. */
const lastFound = new WeakMap<DatabaseClient, { readonly ids: string; readonly spaces: Spaces }>();

/** The live spaces, each with all its parts. */
export async function findLiveSpaces(db: DatabaseClient): Promise<Spaces> {
  const mark = await currentMark(db);
  const known = lastFound.get(db);
  if (known?.ids === mark.spaces) return known.spaces;
  const spaces = await readLiveSpaces(db);
  lastFound.set(db, { ids: markedSpaces(Object.values(spaces).map(({ id }) => id)), spaces });
  return spaces;
}

async function readLiveSpaces(db: DatabaseClient): Promise<Spaces> {
  const rows = await db.$queryRaw<Space[]>`
    SELECT spaces.id, spaces.kind, extractor, descriptor, projection_id AS "projectionId", dimensions
    FROM live_spaces JOIN spaces ON spaces.id = live_spaces.space_id`;
  const spaces: Spaces = {};
  for (const kind of embeddingKinds) {
    const space = rows.find((row) => row.kind === kind);
    if (space) spaces[kind] = space;
  }
  return spaces;
}

/** Switches the kinds given, all at once; the spaces must be registered. */
export async function setLiveSpaces(
  db: DatabaseClient,
  live: Partial<Record<EmbeddingKind, string>>,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    for (const kind of embeddingKinds) {
      const spaceId = live[kind];
      if (spaceId === undefined) continue;
      await transaction.liveSpace.upsert({ where: { kind }, create: { kind, spaceId }, update: { spaceId } });
    }
  });
}

/** Makes these spaces the live ones, and of kinds that are not given none; the spaces must be registered. */
export async function replaceLiveSpaces(
  db: DatabaseClient,
  live: Partial<Record<EmbeddingKind, string>>,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction.liveSpace.deleteMany({ where: { kind: { notIn: Object.keys(live) } } });
    await setLiveSpaces(transaction, live);
  });
}

/** How many works have an embedding in this space. */
export async function countEmbeddings(db: DatabaseClient, spaceId: string): Promise<number> {
  return await db.embedding.count({ where: { spaceId } });
}
