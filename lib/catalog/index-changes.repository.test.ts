import { addWork, someDetails, someSpace } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { deleteArtwork, updateArtwork } from './artworks.repository';
import { saveEmbeddings } from './embeddings.repository';
import {
  countDueChanges,
  dueChanges,
  markIndexed,
  requeueChanges,
  workVersions,
} from './index-changes.repository';
import { registerSpace } from './spaces.repository';

const postgres = useTestDatabase();
const due = () => dueChanges(postgres.db, { limit: 100 });
const follow = async () => markIndexed(postgres.db, await due());

beforeEach(async () => {
  await postgres.db.$executeRawUnsafe('TRUNCATE artworks, images, spaces, index_changes CASCADE');
  await registerSpace(postgres.db, someSpace('style', 'a', 2));
});

test('a new work is due with its details, its words and its embeddings', async () => {
  const { id } = await addWork(postgres.db, { title: 'Die Straße', artist: 'Édouard Manet', year: 1878 });
  const vector = Float32Array.of(0.6, -0.8);
  await saveEmbeddings(postgres.db, id, [{ spaceId: 'style-a', vector }]);
  const [change] = await due();
  expect(change?.work).toMatchObject({ id, title: 'Die Straße', century: ['19'], state: 'ready' });
  expect(change?.work?.words).toEqual(expect.arrayContaining(['strasse', 'edouard', 'manet']));
  expect(change?.work?.embeddings.get('style-a')).toEqual(vector);
});

test('each change of a work, of its embeddings and its end give it a greater version and make it due', async () => {
  const { id } = await addWork(postgres.db);
  const versions = async (change: () => Promise<unknown>) => {
    await follow();
    expect(await due()).toEqual([]);
    await change();
    return (await due()).map(({ artworkId, version }) => (expect(artworkId).toBe(id), version));
  };
  const vector = Float32Array.of(1, 0);
  const seen = [
    ...(await versions(() => updateArtwork(postgres.db, id, someDetails({ title: 'Another' })))),
    ...(await versions(() => saveEmbeddings(postgres.db, id, [{ spaceId: 'style-a', vector }]))),
    ...(await versions(() => postgres.db.$executeRaw`DELETE FROM embeddings WHERE artwork_id = ${id}`)),
    ...(await versions(() => deleteArtwork(postgres.db, id))),
  ];
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect((await due())[0]?.work).toBeNull();
  await follow();
  expect(await postgres.db.indexChange.count()).toBe(0);
});

test('a change that is rolled back was none', async () => {
  const { id } = await addWork(postgres.db);
  await follow();
  const rolledBack = postgres.db.$transaction(async (transaction) => {
    await transaction.artwork.update({
      where: { id },
      data: { titles: [{ text: 'Never', language: null }] },
    });
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  expect(await countDueChanges(postgres.db)).toBe(0);
});

test('a work that changes again while it is being written stays due, and nobody waits for its writer', async () => {
  const { id } = await addWork(postgres.db);
  const written = await due();
  await postgres.db.$transaction(async (transaction) => {
    await transaction.artwork.update({
      where: { id },
      data: { titles: [{ text: 'Meanwhile', language: null }] },
    });
    await markIndexed(postgres.db, written);
  });
  await markIndexed(postgres.db, written);
  expect((await due())[0]?.work?.title).toBe('Meanwhile');
});

test('two transactions on one work get their versions in the order of their commits', async () => {
  const { id } = await addWork(postgres.db);
  const versionOf = async () => (await workVersions(postgres.db, { ids: [id] }))[0]?.version ?? 0;
  let second: Promise<unknown> = Promise.resolve();
  await postgres.db.$transaction(async (first) => {
    await first.artwork.update({ where: { id }, data: { titles: [{ text: 'First', language: null }] } });
    second = postgres.db.artwork.update({
      where: { id },
      data: { titles: [{ text: 'Second', language: null }] },
    });
    await first.artwork.update({
      where: { id },
      data: { titles: [{ text: 'First again', language: null }] },
    });
  });
  const afterFirst = await versionOf();
  await second;
  expect(await versionOf()).toBeGreaterThanOrEqual(afterFirst);
  expect((await due())[0]?.work?.title).toBe('Second');
});

test('a work is queued again with a version above the one that an index claims', async () => {
  const { id } = await addWork(postgres.db);
  await follow();
  await requeueChanges(postgres.db, [id, 'long-gone'], 1_000_000);
  const changes = await due();
  expect(changes.map(({ artworkId, work }) => [artworkId, work === null]).sort()).toEqual(
    [
      [id, false],
      ['long-gone', true],
    ].sort(),
  );
  for (const { version } of changes) expect(version).toBeGreaterThan(1_000_000);
});
