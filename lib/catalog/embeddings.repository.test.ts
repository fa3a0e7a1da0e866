import { Client } from 'pg';
import { addWork, someSpace } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { deleteArtwork, setArtworkState } from './artworks.repository';
import {
  artworksWithoutEmbeddings,
  embeddingChanges,
  findEmbedding,
  findEmbeddings,
  saveEmbeddings,
} from './embeddings.repository';
import { countEmbeddings, liveSpaces, registerSpace, setLiveSpaces } from './spaces.repository';
import { vectorToBytes } from './vector-bytes';

const store = useTestDatabase();
const style = someSpace('style', 'a');
const otherStyle = someSpace('style', 'b');
const content = someSpace('content', 'a', 2);

const vector = (...values: number[]) => Float32Array.from(values);

beforeAll(async () => {
  for (const space of [style, otherStyle, content]) await registerSpace(store.db, space);
});
beforeEach(async () => {
  await store.db.artwork.deleteMany();
});

async function addEmbedded(...values: number[]): Promise<string> {
  const { id } = await addWork(store.db);
  await saveEmbeddings(store.db, id, [{ spaceId: style.id, vector: vector(...values) }]);
  return id;
}

describe('embeddings', () => {
  test('read back exactly, and are overwritten', async () => {
    const id = await addEmbedded(0.1, -0.2, 3e-7, 1);
    expect(await findEmbedding(store.db, id, style.id)).toEqual(vector(0.1, -0.2, 3e-7, 1));
    await saveEmbeddings(store.db, id, [{ spaceId: style.id, vector: vector(1, 0, 0, 0) }]);
    expect(await findEmbedding(store.db, id, style.id)).toEqual(vector(1, 0, 0, 0));
    expect(await findEmbedding(store.db, id, content.id)).toBeNull();
    expect(await countEmbeddings(store.db, style.id)).toBe(1);
  });

  test('of several works in several spaces are read together', async () => {
    const [first, second] = [await addEmbedded(1, 0, 0, 0), await addEmbedded(0, 1, 0, 0)];
    await addEmbedded(0, 0, 1, 0);
    await saveEmbeddings(store.db, first, [{ spaceId: content.id, vector: vector(0, 1) }]);
    const found = await findEmbeddings(store.db, [first, second, 'none'], [style.id, content.id]);
    const key = ({ pictureId, spaceId }: (typeof found)[number]) => `${pictureId} ${spaceId}`;
    expect(new Map(found.map((one) => [key(one), one.vector]))).toEqual(
      new Map([
        [`${first} ${style.id}`, vector(1, 0, 0, 0)],
        [`${first} ${content.id}`, vector(0, 1)],
        [`${second} ${style.id}`, vector(0, 1, 0, 0)],
      ]),
    );
  });

  test('a part of a longer buffer is stored alone', async () => {
    const id = await addEmbedded(...vector(9, 9, 1, 2, 3, 4).subarray(2));
    expect(await findEmbedding(store.db, id, style.id)).toEqual(vector(1, 2, 3, 4));
  });

  test.each([
    ['a vector of another length', style.id, 3, 'has 4 values; this one has 3'],
    ['a space that nobody registered', 'style-unknown', 4, 'not registered'],
  ])('%s is refused', async (_, spaceId, length, message) => {
    const { id } = await addWork(store.db);
    const saving = saveEmbeddings(store.db, id, [{ spaceId, vector: new Float32Array(length) }]);
    await expect(saving).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(message),
    });
  });

  test('a work that is gone is told apart', async () => {
    const saving = saveEmbeddings(store.db, 'gone', [{ spaceId: style.id, vector: vector(1, 0, 0, 0) }]);
    await expect(saving).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('works that lack an embedding are found a page at a time, failed ones left out', async () => {
    const done = await addEmbedded(1, 0, 0, 0);
    const lacking = [await addWork(store.db), await addWork(store.db)].map(({ id }) => id).sort();
    await setArtworkState(store.db, (await addWork(store.db)).id, 'failed', 'damaged');
    const first = await artworksWithoutEmbeddings(store.db, [style.id], { limit: 1 });
    expect(first.map(({ id }) => id)).toEqual([lacking[0]]);
    const rest = await artworksWithoutEmbeddings(store.db, [style.id], { afterId: lacking[0], limit: 9 });
    expect(rest.map(({ id }) => id)).toEqual([lacking[1]]);
    const both = await artworksWithoutEmbeddings(store.db, [style.id, content.id], { limit: 9 });
    expect(both.map(({ id }) => id)).toContain(done);
  });
});

test('live spaces are none at first, and are switched by kind', async () => {
  expect(await liveSpaces(store.db)).toEqual({});
  await setLiveSpaces(store.db, { style: style.id, content: content.id });
  await setLiveSpaces(store.db, { style: otherStyle.id });
  expect(await liveSpaces(store.db)).toEqual({ style: otherStyle.id, content: content.id });
});

describe('changes', () => {
  const idsOf = (changes: { upserts: readonly { artworkId: string }[] }) =>
    changes.upserts.map(({ artworkId }) => artworkId).sort();

  test('the first reading has all of the spaces asked for, the next what is new', async () => {
    const first = await addEmbedded(1, 0, 0, 0);
    await saveEmbeddings(store.db, first, [{ spaceId: otherStyle.id, vector: vector(0, 0, 0, 1) }]);
    const all = await embeddingChanges(store.db, [style.id], null);
    expect(all.upserts).toEqual([{ artworkId: first, spaceId: style.id, vector: vector(1, 0, 0, 0) }]);
    const second = await addEmbedded(0, 1, 0, 0);
    // Other databases of this server may hold the cursor back, so that the first work comes again.
    expect(idsOf(await embeddingChanges(store.db, [style.id], all.cursor))).toContain(second);
  });

  test('an overwritten embedding and a removed work are changes', async () => {
    const [kept, removed] = [await addEmbedded(1, 0, 0, 0), await addEmbedded(0, 1, 0, 0)];
    const { cursor } = await embeddingChanges(store.db, [style.id], null);
    await saveEmbeddings(store.db, kept, [{ spaceId: style.id, vector: vector(0, 0, 1, 0) }]);
    await deleteArtwork(store.db, removed);
    const changes = await embeddingChanges(store.db, [style.id], cursor);
    expect(changes.upserts).toEqual([{ artworkId: kept, spaceId: style.id, vector: vector(0, 0, 1, 0) }]);
    expect(changes.removedArtworkIds).toContain(removed);
    expect(changes.removedArtworkIds).not.toContain(kept);
  });

  test('what is committed later than something newer is not missed', async () => {
    const [slow, quick] = [await addWork(store.db), await addWork(store.db)];
    const { cursor } = await embeddingChanges(store.db, [style.id], null);
    const transaction = new Client({ connectionString: store.url });
    await transaction.connect();
    await transaction.query('BEGIN');
    await transaction.query('INSERT INTO embeddings (artwork_id, space_id, vector) VALUES ($1, $2, $3)', [
      slow.id,
      style.id,
      Buffer.from(vectorToBytes(vector(1, 0, 0, 0))),
    ]);
    await saveEmbeddings(store.db, quick.id, [{ spaceId: style.id, vector: vector(0, 1, 0, 0) }]);

    const between = await embeddingChanges(store.db, [style.id], cursor);
    expect(idsOf(between)).toEqual([quick.id]);
    await transaction.query('COMMIT');
    await transaction.end();
    expect(idsOf(await embeddingChanges(store.db, [style.id], between.cursor))).toContain(slow.id);
  });

  test('an undone transaction leaves no change', async () => {
    const { id } = await addWork(store.db);
    const { cursor } = await embeddingChanges(store.db, [style.id], null);
    const undone = store.db.$transaction(async (transaction) => {
      await saveEmbeddings(transaction, id, [{ spaceId: style.id, vector: vector(1, 0, 0, 0) }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await embeddingChanges(store.db, [style.id], cursor)).upserts).toEqual([]);
  });

  test('a reader that follows busy writers ends with exactly what is stored', async () => {
    const works = await Promise.all(Array.from({ length: 40 }, () => addWork(store.db)));
    const seen = new Map<string, Float32Array>();
    let cursor: string | null = null;
    let writing = true;
    const follow = async () => {
      const changes = await embeddingChanges(store.db, [style.id], cursor);
      for (const { artworkId, vector: value } of changes.upserts) seen.set(artworkId, value);
      for (const id of changes.removedArtworkIds) seen.delete(id);
      cursor = changes.cursor;
    };
    const reader = (async () => {
      while (writing) await follow();
    })();
    const write = async ({ id }: { id: string }, index: number) => {
      for (let round = 0; round < 3; round += 1) {
        await store.db.$transaction(async (transaction) => {
          await saveEmbeddings(transaction, id, [{ spaceId: style.id, vector: vector(index, round, 0, 1) }]);
          await transaction.$queryRaw`SELECT pg_sleep(${((index * 7 + round * 3) % 10) / 1000})::text`;
        });
      }
      if (index % 5 === 0) await deleteArtwork(store.db, id);
    };
    for (let from = 0; from < works.length; from += 6)
      await Promise.all(works.slice(from, from + 6).map((work, offset) => write(work, from + offset)));
    writing = false;
    await reader;
    await follow();

    const rows = await store.db.embedding.findMany({ where: { spaceId: style.id } });
    const stored = Object.fromEntries(
      rows.map((row) => [row.artworkId, vectorToBytes(new Float32Array(row.vector.slice().buffer))]),
    );
    expect(Object.fromEntries([...seen].map(([id, value]) => [id, vectorToBytes(value)]))).toEqual(stored);
    expect(rows).toHaveLength(32);
  }, 60_000);

  test('more than one page of rows comes complete', async () => {
    await store.db.$executeRaw`
      INSERT INTO images (key, width, height, size_bytes, media_type, thumbhash, colour, perceptual_hash)
      SELECT 'page' || n, 1, 1, 1, 'image/jpeg', '', '', '' FROM generate_series(1, 9001) n`;
    await store.db
      .$executeRaw`INSERT INTO artworks (id, titles, image_key) SELECT 'page' || n, '[{"text": "T"}]', 'page' || n FROM generate_series(1, 9001) n`;
    await store.db
      .$executeRaw`INSERT INTO embeddings (artwork_id, space_id, vector) SELECT 'page' || n, ${style.id}, '\\x00112233445566778899aabbccddeeff' FROM generate_series(1, 9001) n`;
    const { upserts } = await embeddingChanges(store.db, [style.id], null);
    expect(new Set(upserts.map(({ artworkId }) => artworkId)).size).toBe(9001);
    expect(upserts).toHaveLength(9001);
  }, 60_000);
});
