import { Client } from 'pg';
import { connect, type Database } from '@/lib/catalog/database';
import { migrate } from '@/lib/catalog/migrate';
import { registerSpace, setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { vectorToBytes } from '@/lib/catalog/vector-bytes';
import { refreshStrengths } from '@/lib/search/strength/measure-strength';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type Space } from '@/lib/vision/space';
import { syntheticCollection, type SyntheticCollection } from '../search/synthetic';
import { artistName, embeddingsOf, makerId, workRows } from './works';

const batchWorks = 500;

export interface FilledDatabase {
  readonly url: string;
  readonly collection: SyntheticCollection;
}

/**
 * A new database on this server with so many works, ready to be searched, their strengths measured as a worker
 * measures them.
 */
export async function fillDatabase(
  serverUrl: string,
  works: number,
  spaces: Readonly<Record<EmbeddingKind, Space>>,
): Promise<FilledDatabase> {
  const url = await createDatabase(serverUrl, `pages_${works}`);
  await migrate(url);
  const collection = syntheticCollection(works);
  const db = connect(url);
  try {
    for (const kind of embeddingKinds) await registerSpace(db, spaces[kind]);
    await setLiveSpaces(db, Object.fromEntries(embeddingKinds.map((kind) => [kind, spaces[kind].id])));
    await db.maker.createMany({
      data: Array.from({ length: collection.artists }, (_, artist) => ({
        id: makerId(artist),
        name: artistName(artist),
      })),
    });
    await addWorks(db, collection, spaces);
    await refreshStrengths(db);
    await db.$executeRaw`ANALYZE`;
  } finally {
    await db.$disconnect();
  }
  return { url, collection };
}

async function addWorks(
  db: Database,
  collection: SyntheticCollection,
  spaces: Readonly<Record<EmbeddingKind, Space>>,
): Promise<void> {
  const embed = embeddingsOf(collection, spaces);
  for (let from = 0; from < collection.works; from += batchWorks) {
    const length = Math.min(batchWorks, collection.works - from);
    const batch = Array.from({ length }, (_, i) => from + i);
    const rows = batch.map((work) => workRows(collection, work));
    await db.image.createMany({ data: rows.map(({ image }) => image) });
    await db.artwork.createMany({ data: rows.map(({ artwork }) => artwork) });
    await db.attribution.createMany({ data: rows.map(({ attribution }) => attribution) });
    await db.embedding.createMany({
      data: batch.flatMap((work) => {
        const vectors = embed(work);
        return embeddingKinds.map((kind) => ({
          artworkId: collection.idOf(work),
          spaceId: spaces[kind].id,
          vector: vectorToBytes(vectors[kind]),
        }));
      }),
    });
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
