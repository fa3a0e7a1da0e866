import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { setArtworkState, updateArtwork, deleteArtwork } from './artworks.repository';
import { findHarvestRecord, listHarvestRecords } from './harvest-records.repository';

const postgres = useTestDatabase();
const everything = { from: null, until: null, among: null };

const publish = (id: string, publication: 'draft' | 'published' | 'withdrawn') =>
  postgres.db.artwork.update({ where: { id }, data: { publication } });
const isDeleted = async (id: string) => (await findHarvestRecord(postgres.db, id))?.isDeleted ?? null;

test('a work is a record from when it is public, and a deleted record from when it no longer is', async () => {
  const { id } = await addWork(postgres.db, { title: 'Harvested', movement: 'Cubism' });
  expect(await findHarvestRecord(postgres.db, id)).toMatchObject({ isDeleted: false, movements: ['Cubism'] });
  await publish(id, 'withdrawn');
  expect(await isDeleted(id)).toBe(true);
  await publish(id, 'published');
  expect(await isDeleted(id)).toBe(false);
  await deleteArtwork(postgres.db, id);
  expect(await findHarvestRecord(postgres.db, id)).toMatchObject({ isDeleted: true, movements: ['Cubism'] });
});

test('an edit changes the time of a record, and found features do not', async () => {
  const work = await addWork(postgres.db, { title: 'Edited' });
  const long = new Date('2020-01-01T00:00:00Z');
  await postgres.db.harvestRecord.update({ where: { artworkId: work.id }, data: { changedAt: long } });
  await setArtworkState(postgres.db, work.id, 'pending');
  expect((await findHarvestRecord(postgres.db, work.id))?.changedAt).toEqual(long);
  await updateArtwork(postgres.db, work.id, { ...work, collection: 'A museum' });
  const record = await findHarvestRecord(postgres.db, work.id);
  expect(record?.collection).toBe('A museum');
  expect(record?.changedAt.getTime()).toBeGreaterThan(long.getTime());
});

test('a list that is read in parts passes over nothing, whatever changes meanwhile', async () => {
  for (let at = 0; at < 5; at++) await addWork(postgres.db, { title: `In parts ${at}` });
  const all = await listHarvestRecords(postgres.db, everything, { after: null, limit: 100 });
  const first = await listHarvestRecords(postgres.db, everything, { after: null, limit: 2 });
  const [changed] = first;
  if (changed)
    await postgres.db.harvestRecord.update({
      where: { artworkId: changed.artworkId },
      data: { changedAt: new Date(Date.now() + 5_000) },
    });
  const rest = await listHarvestRecords(postgres.db, everything, { after: first[1] ?? null, limit: 100 });
  const seen = [...first, ...rest].map(({ artworkId }) => artworkId);
  expect(new Set(seen)).toEqual(new Set(all.map(({ artworkId }) => artworkId)));
  expect(rest.at(-1)?.artworkId).toBe(changed?.artworkId);
});
