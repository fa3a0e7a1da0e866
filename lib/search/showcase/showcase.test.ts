import { comparedWorks } from '@/lib/catalog/embeddings.repository';
import { vectorToBytes } from '@/lib/catalog/vector-bytes';
import { addFindableWork, makeLive, unitVector } from '@/tests/contract/collection';
import { useTestDatabase } from '@/tests/support/database';
import { readOverview } from './overview';
import { showcase } from './showcase';

// One test adds 20,000 works.
jest.setTimeout(120_000);

const postgres = useTestDatabase();
const today = new Date('2026-11-26T12:00:00Z');
const tomorrow = new Date('2026-11-27T12:00:00Z');

/** Vectors that lie around one of two centres, so that pairs of works are near in style. */
function near(centre: number, own: number): Float32Array {
  const sum = unitVector(centre).map((value, i) => value + 0.5 * (unitVector(own)[i] ?? 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

let added = 0;
const add = (details: { artist: string; year?: number; movement?: string }) => {
  added += 1;
  const vectors = { style: near(10 + (added % 2), 1000 + added), content: unitVector(2000 + added) };
  const { year, ...known } = details;
  const dated = year === undefined ? {} : { details: { dateText: String(year), year } };
  return addFindableWork(postgres.db, { ...known, ...dated, vectors });
};

beforeEach(async () => {
  await postgres.db.artwork.deleteMany();
  await makeLive(postgres.db);
});

test('an empty collection has nothing to show', async () => {
  expect(await showcase(postgres.db, today)).toEqual({ wall: [], pair: null, movements: [] });
});

test('one work is shown alone', async () => {
  const { id } = await add({ artist: 'Ada' });
  const { wall, pair, movements } = await showcase(postgres.db, today);
  expect(wall.map((work) => work.id)).toEqual([id]);
  expect([pair, movements]).toEqual([null, []]);
});

test('a pair lies far apart in time, says how far, and is another one tomorrow', async () => {
  for (let at = 0; at < 8; at++) await add({ artist: `Artist ${at}`, year: 1500 + 50 * at, movement: 'All' });
  const { wall, pair, movements } = await showcase(postgres.db, today);
  expect(wall).toHaveLength(8);
  expect(movements.map(({ name }) => name)).toEqual(['All']);
  const [one, other] = pair?.artworks ?? [];
  expect(Math.abs((one?.year ?? 0) - (other?.year ?? 0))).toBe(pair?.yearsApart);
  expect(pair?.yearsApart).toBeGreaterThanOrEqual(60);
  const next = await showcase(postgres.db, tomorrow);
  expect(next.pair?.artworks.map(({ id }) => id)).not.toEqual([one?.id, other?.id]);
  expect(await showcase(postgres.db, today)).toEqual({ wall, pair, movements });
});

test('a work that is withdrawn is shown no longer', async () => {
  const { id } = await add({ artist: 'Ada' });
  await add({ artist: 'Bea' });
  expect((await showcase(postgres.db, today)).wall).toHaveLength(2);
  await postgres.db.artwork.update({ where: { id }, data: { publication: 'withdrawn' } });
  expect((await showcase(postgres.db, today)).wall.map((work) => work.id)).not.toContain(id);
});

test('of a large collection every artist comes before any comes twice', async () => {
  for (let at = 0; at < 60; at++) await add({ artist: `Artist ${at % 30}` });
  const { broadest } = await readOverview(postgres.db, 1);
  expect(broadest).toHaveLength(40);
  const works = await postgres.db.artwork.findMany({ where: { id: { in: broadest.slice(0, 30) } } });
  expect(new Set(works.map(({ artistNames }) => artistNames[0])).size).toBe(30);
});

test('20,000 works are shown by a part of them that stays the same', async () => {
  const { db } = postgres;
  await db.$executeRaw`
    INSERT INTO images (key, width, height, size_bytes, media_type, thumbhash, colour, perceptual_hash)
    SELECT encode(sha256(i::text::bytea), 'hex'), 640, 480, 1000, 'image/webp', '', '#000000', '0000000000000000'
    FROM generate_series(1, 20000) AS i`;
  await db.$executeRaw`
    INSERT INTO artworks (id, titles, image_key, state, artist_names)
    SELECT 'many' || i, '[{"text": "Many", "language": null}]', encode(sha256(i::text::bytea), 'hex'), 'ready',
      ARRAY['Artist ' || i % 500] FROM generate_series(1, 20000) AS i`;
  const vectors = Array.from({ length: 50 }, (_, at) => vectorToBytes(unitVector(at)));
  await db.$executeRaw`
    INSERT INTO embeddings (artwork_id, space_id, vector)
    SELECT 'many' || i, 'style-a', (${vectors}::bytea[])[1 + i % 50] FROM generate_series(1, 20000) AS i`;
  const [first, second] = [await readOverview(db, 1), await readOverview(db, 1)];
  expect(first).toEqual(second);
  expect((await comparedWorks(db, 'style-a', 1200)).length).toBe(1200);
  const { wall } = await showcase(db, today);
  expect(wall).toHaveLength(40);
});
