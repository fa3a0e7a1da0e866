import { addWork, someDetails, someImage } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import {
  countArtworks,
  createArtwork,
  deleteArtwork,
  findArtwork,
  findArtworks,
  listArtworks,
  matchingIds,
  setArtworkState,
  updateArtwork,
} from './artworks.repository';
import { countFacets } from './facets.repository';
import { type ArtworkFilter } from './artwork';

const store = useTestDatabase();

beforeEach(async () => {
  await store.db.artwork.deleteMany();
});

async function titles(filter: ArtworkFilter): Promise<string[]> {
  const { artworks } = await listArtworks(store.db, { filter, sort: 'title', offset: 0, limit: 50 });
  return artworks.map(({ title }) => title);
}

describe('storing', () => {
  test('a new work waits for its features and reads back as it was given', async () => {
    const details = someDetails({
      title: 'The Great Wave',
      artist: 'Katsushika Hokusai',
      year: 1831,
      rights: 'Public domain',
    });
    const work = await createArtwork(store.db, { details, image: someImage('wave') });
    expect(work).toMatchObject({ ...details, image: someImage('wave'), state: 'pending', failure: null });
    expect(work.id).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
    expect(await findArtwork(store.db, work.id)).toEqual(work);
    expect(await findArtwork(store.db, 'nothing')).toBeNull();
  });

  test('a picture belongs to one work: the second is told which one has it', async () => {
    const first = await createArtwork(store.db, {
      details: someDetails({ title: 'First' }),
      image: someImage('same'),
    });
    const again = createArtwork(store.db, { details: someDetails(), image: someImage('same') });
    await expect(again).rejects.toMatchObject({ kind: 'conflict', extensions: { artworkId: first.id } });
  });

  test('of equal pictures added at once, one becomes a work', async () => {
    const adding = Array.from({ length: 8 }, () =>
      createArtwork(store.db, { details: someDetails({ artist: 'Anon' }), image: someImage('race') }),
    );
    const outcomes = await Promise.allSettled(adding);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('works come in the order asked for, without the missing ones', async () => {
    const [a, b] = [await addWork(store.db), await addWork(store.db)];
    const found = await findArtworks(store.db, [b.id, 'missing', a.id]);
    expect(found.map(({ id }) => id)).toEqual([b.id, a.id]);
  });

  test('a changed work is found by its new words', async () => {
    const work = await addWork(store.db, { title: 'Sunflowers', artist: 'Unknown' });
    await updateArtwork(store.db, work.id, someDetails({ title: 'Irises', artist: 'Vincent van Gogh' }));
    expect(await titles({ text: 'sunflowers' })).toEqual([]);
    expect(await titles({ text: 'gogh' })).toEqual(['Irises']);
    await expect(updateArtwork(store.db, 'nothing', someDetails())).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('deleting a work gives up its picture', async () => {
    const work = await addWork(store.db);
    expect(await deleteArtwork(store.db, work.id)).toBe(work.image.key);
    expect(await findArtwork(store.db, work.id)).toBeNull();
    expect(await store.db.image.findUnique({ where: { key: work.image.key } })).toBeNull();
    await expect(deleteArtwork(store.db, work.id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('only ready works are listed, the others by asking', async () => {
    await addWork(store.db, { title: 'Ready' });
    const failed = await addWork(store.db, { title: 'Failed' });
    expect(await setArtworkState(store.db, failed.id, 'failed', 'The picture is damaged.')).toBe(true);
    expect(await setArtworkState(store.db, 'gone', 'ready')).toBe(false);
    expect(await titles({})).toEqual(['Ready']);
    const all = await listArtworks(store.db, {
      filter: {},
      sort: 'newest',
      offset: 0,
      limit: 9,
      shown: { states: ['ready', 'failed'], curated: null },
    });
    expect(all.artworks.map(({ title, failure }) => [title, failure])).toEqual([
      ['Failed', 'The picture is damaged.'],
      ['Ready', null],
    ]);
    expect(await countArtworks(store.db)).toEqual({ pending: 0, ready: 1, failed: 1 });
  });
});

describe('filtering and counting', () => {
  beforeEach(async () => {
    await addWork(store.db, {
      title: 'A',
      artist: 'Monet',
      movement: 'Impressionism',
      subject: 'sea',
      year: 1872,
    });
    await addWork(store.db, {
      title: 'B',
      artist: 'Monet',
      movement: 'Impressionism',
      subject: 'garden',
      year: 1900,
    });
    await addWork(store.db, {
      title: 'C',
      artist: 'Pissarro',
      movement: 'Impressionism',
      subject: 'garden',
      year: 1901,
    });
    await addWork(store.db, {
      title: 'D',
      artist: 'Courbet',
      movement: 'Realism',
      subject: 'sea',
      year: -50,
    });
    await addWork(store.db, { title: 'E' });
  });

  test('values of one facet are alternatives, different facets must all hold', async () => {
    expect(await titles({ facets: { artist: ['Monet', 'Courbet'] } })).toEqual(['A', 'B', 'D']);
    expect(await titles({ facets: { artist: ['Monet', 'Courbet'], subject: ['sea'] } })).toEqual(['A', 'D']);
    expect(await titles({ facets: { century: ['19', '-1'] } })).toEqual(['A', 'B', 'D']);
    expect(await titles({ facets: { century: ['twentieth'] } })).toEqual([]);
  });

  test('counts are of what each value would leave', async () => {
    const facets = await countFacets(store.db, {});
    expect(facets.artist).toEqual([
      { value: 'Monet', count: 2 },
      { value: 'Courbet', count: 1 },
      { value: 'Pissarro', count: 1 },
    ]);
    expect(facets.century).toEqual([
      { value: '19', count: 2 },
      { value: '-1', count: 1 },
      { value: '20', count: 1 },
    ]);
  });

  test("a facet's own choice does not narrow its own counts, but the others'", async () => {
    const facets = await countFacets(store.db, { facets: { movement: ['Realism'] } });
    expect(facets.movement).toEqual([
      { value: 'Impressionism', count: 3 },
      { value: 'Realism', count: 1 },
    ]);
    expect(facets.artist).toEqual([{ value: 'Courbet', count: 1 }]);
  });

  test('text narrows all counts', async () => {
    const facets = await countFacets(store.db, { text: 'garden' });
    expect(facets.movement).toEqual([{ value: 'Impressionism', count: 2 }]);
  });

  test('pages and totals', async () => {
    const page = await listArtworks(store.db, { filter: {}, sort: 'year', offset: 1, limit: 2 });
    expect(page.artworks.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(page.total).toBe(5);
    expect(await listArtworks(store.db, { filter: {}, sort: 'artist', offset: 90, limit: 2 })).toEqual({
      artworks: [],
      total: 5,
    });
  });

  test('the ids of a filter are the works of that filter', async () => {
    const ids = await matchingIds(store.db, { facets: { movement: ['Impressionism'] } });
    const found = await findArtworks(store.db, ids);
    expect(found.map(({ title }) => title).sort()).toEqual(['A', 'B', 'C']);
  });
});
