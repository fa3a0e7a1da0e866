import { findArtwork, listArtworks } from '@/lib/catalog/artworks.repository';
import { listChanges } from '@/lib/catalog/changes.repository';
import { findSampleArtworks, sampleSource } from '@/lib/catalog/sample-artworks.repository';
import { findPublicArtwork } from '@/lib/catalog/public-artwork.repository';
import { addSampleCollection } from '@/lib/ingest/sample-collection';
import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { setPublication } from './publication';
import { hideSamples, removeSamples, sampleState, showSamples } from './sample-decision';

const store = useTestDatabase();
beforeEach(() =>
  store.db.$executeRawUnsafe('TRUNCATE artworks, makers, changes, images, sample_decision CASCADE'),
);

const addSample = (title: string) => addWork(store.db, { title, collection: sampleSource });
const visible = async () => {
  const page = { filter: {}, sort: 'title', offset: 0, limit: 99 } as const;
  return (await listArtworks(store.db, page)).artworks.map(({ title }) => title);
};

test('Hidden samples are not in what visitors see, and come back as they were', async () => {
  const sea = await addSample('Sea');
  const withdrawn = await addSample('Withdrawn before');
  await setPublication(store.db, [withdrawn.id], 'withdrawn');
  await addWork(store.db, { title: 'A real one' });
  await hideSamples(store.db);
  expect(await visible()).toEqual(['A real one']);
  expect(await findPublicArtwork(store.db, sea.id)).toBeNull();
  expect(await findSampleArtworks(store.db, ['Sea'])).toEqual(new Map());
  expect(await sampleState(store.db)).toEqual({ decision: 'hidden', works: 2 });
  expect(await showSamples(store.db)).toBe(0);
  expect(await visible()).toEqual(['A real one', 'Sea']);
  expect(await sampleState(store.db)).toEqual({ decision: 'shown', works: 2 });
  const { changes } = await listChanges(
    store.db,
    { subject: { kind: 'artwork', id: sea.id } },
    { offset: 0, limit: 9 },
  );
  expect(changes.map(({ action }) => action)).toEqual(['publish', 'make-draft']);
});

test('Samples that come after the collection was hidden can be hidden too', async () => {
  await addSample('Sea');
  await hideSamples(store.db);
  await addSample('Sky');
  await hideSamples(store.db);
  expect(await visible()).toEqual([]);
  await showSamples(store.db);
  expect(await visible()).toEqual(['Sea', 'Sky']);
});

test('Removed samples are in the bin, are not added by the next start, and come back from the bin', async () => {
  const sea = await addSample('Sea');
  await hideSamples(store.db);
  await removeSamples(store.db);
  expect((await findArtwork(store.db, sea.id))?.deletedAt).toBeInstanceOf(Date);
  expect(await sampleState(store.db)).toEqual({ decision: 'removed', works: 0 });
  expect(await showSamples(store.db)).toBe(0);
  expect(await visible()).toEqual(['Sea']);
});

test('Samples that are gone from the bin have to be made again, and an empty collection does not bring them back', async () => {
  const { id } = await addSample('Sea');
  await removeSamples(store.db);
  await store.db.artwork.delete({ where: { id } });
  expect(await addSampleCollection()).toBeNull();
  expect(await showSamples(store.db)).toBe(1);
});
