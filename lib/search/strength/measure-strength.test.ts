import { findStrengths } from '@/lib/catalog/strengths.repository';
import { addFindableWork, makeLive, unitVector } from '@/tests/contract/collection';
import { useTestDatabase } from '@/tests/support/database';
import { parseSearchQuery } from '../query';
import { search, similarArtworks } from '../search.service';
import { measureStrength, refreshStrengths } from './measure-strength';

const postgres = useTestDatabase();
const style = { id: 'style-a', kind: 'style' } as const;

/** Near to a unit vector, by as much as its weight: works of one artist lie around the artist's own. */
function near(seed: number, other: number): Float32Array {
  const [centre, away] = [unitVector(seed), unitVector(other)];
  const sum = centre.map((value, i) => value + 0.35 * (away[i] ?? 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

let ids: string[] = [];
const addByArtists = async (artists: number, worksEach: number) => {
  for (let artist = 0; artist < artists; artist++)
    for (let work = 0; work < worksEach; work++) {
      const vectors = {
        style: near(1000 + artist, 5000 + 100 * artist + work),
        content: unitVector(9000 + ids.length),
      };
      const { id } = await addFindableWork(postgres.db, { artist: `Artist ${artist}`, vectors });
      ids.push(id);
    }
  // Pictures of the test support all look the same, and copies are no pairs.
  await postgres.db.$executeRaw`UPDATE images SET perceptual_hash = substr(md5(key), 1, 16)`;
};

beforeEach(async () => {
  await postgres.db.artwork.deleteMany();
  await postgres.db.spaceStrength.deleteMany();
  ids = [];
  await makeLive(postgres.db);
});

test('a collection is measured once, again when it has grown by a fifth, and after a day', async () => {
  await addByArtists(5, 10);
  expect(await refreshStrengths(postgres.db)).toBe(2);
  expect(await refreshStrengths(postgres.db)).toBe(0);
  const [before] = await findStrengths(postgres.db, [style.id]);
  expect(before).toMatchObject({ works: 50, random: { pairs: 20_000 }, same: { pairs: 20_000 } });
  await addByArtists(1, 9);
  expect(await refreshStrengths(postgres.db)).toBe(0);
  await addByArtists(1, 1);
  expect(await refreshStrengths(postgres.db)).toBe(2);
  expect((await findStrengths(postgres.db, [style.id]))[0]?.works).toBe(60);
  expect(await refreshStrengths(postgres.db, new Date(Date.now() + 25 * 3600 * 1000))).toBe(2);
}, 60_000);

test('the same collection measured twice gives the same', async () => {
  await addByArtists(5, 10);
  const first = await measureStrength(postgres.db, style);
  const second = await measureStrength(postgres.db, style);
  expect(first).toMatchObject({ random: { pairs: 20_000 }, same: { pairs: 20_000 } });
  expect(second?.random).toEqual(first?.random);
  expect(second?.same).toEqual(first?.same);
});

test('copies of one picture are no pairs', async () => {
  await addByArtists(1, 2);
  await postgres.db.$executeRaw`UPDATE images SET perceptual_hash = '00ff00ff00ff00ff'`;
  expect(await measureStrength(postgres.db, style)).toBeNull();
});

test('works without subjects have no pairs of one subject; one work has no pairs at all', async () => {
  await addByArtists(1, 1);
  expect(await measureStrength(postgres.db, style)).toBeNull();
  await addByArtists(5, 10);
  await refreshStrengths(postgres.db);
  const [content] = await findStrengths(postgres.db, ['content-a']);
  expect(content?.same).toBeNull();
});

test('hits tell their strength: those by the artist are strong, and from the line on all are weak', async () => {
  await addByArtists(6, 10);
  const parse = (text: string) => parseSearchQuery(new URLSearchParams(text));
  const query = parse(`style=${ids[0]}`);
  expect((await search(query)).hits[0]?.strength).toBeNull();
  await refreshStrengths(postgres.db);
  const { hits, scales } = await search(query, { pageSize: 59 });
  expect(scales.style).toMatchObject({ source: 'collection', label: 'artist', line: { rule: 'likelihood' } });
  expect(hits.slice(0, 9).map(({ artwork }) => artwork.artist)).toEqual(Array(9).fill('Artist 0'));
  expect(hits.slice(0, 9).map(({ strength }) => strength?.weak)).toEqual(Array(9).fill(false));
  const percentiles = hits.map(({ strength }) => strength?.percentile ?? 0);
  // The order is also by what the nearest have in common, but the very nearest comes first.
  expect(percentiles[0]).toBe(Math.max(...percentiles));
  expect(percentiles[0]).toBeGreaterThan(90);
  expect(hits.filter(({ strength }) => strength?.weak).length).toBeGreaterThan(20);
  const against = await search(parse(`style=${ids[0]}&style=${ids[20]}~-1`));
  expect(against.hits[0]?.strength).toBeNull();
  expect((await similarArtworks(ids[0] ?? '', 'content', 3)).hits[0]?.strength?.percentile).toBeGreaterThan(
    0,
  );
}, 60_000);
