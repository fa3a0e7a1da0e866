import sharp from 'sharp';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { ensureJobTables } from '@/lib/ingest/jobs/job-queue';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';

describe('Adding a work', () => {
  const collection = useTestDatabase();
  const details = parseArtworkDetails({ title: 'A work', dateText: 'c. 1889' });
  const jobs = async () => {
    const [row] = await collection.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::integer AS count FROM graphile_worker.jobs`;
    return row?.count ?? 0;
  };

  test('stores it with one job', async () => {
    const { artwork, duplicateOf } = await addArtwork(await painted(60, 50).png().toBuffer(), details);
    expect(artwork).toMatchObject({ state: 'pending', title: 'A work', year: 1889 });
    expect(duplicateOf).toBeUndefined();
    expect(await jobs()).toBe(1);
  });

  test('tells which work has the very same picture, and adds nothing', async () => {
    const bytes = await painted(61, 50).png().toBuffer();
    const all = await Promise.all([1, 2, 3, 4].map(() => addArtwork(bytes, details)));
    expect(new Set(all.map(({ artwork }) => artwork.id)).size).toBe(1);
    expect(all.filter(({ duplicateOf }) => duplicateOf === undefined)).toHaveLength(1);
    expect(await jobs()).toBe(2);
  });

  test('warns of a work whose picture looks the same', async () => {
    const large = await painted(12, 9).resize(600, 450).png().toBuffer();
    const { artwork } = await addArtwork(large, parseArtworkDetails({ title: 'Large' }));
    const small = await sharp(large).resize(300).jpeg({ quality: 60 }).toBuffer();
    const { duplicateOf, nearDuplicates } = await addArtwork(small, parseArtworkDetails({ title: 'Small' }));
    expect(duplicateOf).toBeUndefined();
    expect(nearDuplicates.map(({ id }) => id)).toEqual([artwork.id]);
  });

  test('does not warn of the same composition in other colours', async () => {
    const warm = painted(9, 12).resize(450, 600).tint('#c05020');
    await addArtwork(await warm.clone().png().toBuffer(), parseArtworkDetails({ title: 'Warm' }));
    const cold = await warm.tint('#2050c0').png().toBuffer();
    const { nearDuplicates } = await addArtwork(cold, parseArtworkDetails({ title: 'Cold' }));
    expect(nearDuplicates).toEqual([]);
  });

  test('leaves nothing behind when its job cannot be enqueued', async () => {
    await ensureJobTables();
    const before = [await countArtworks(collection.db), await collection.db.image.count(), await jobs()];
    await collection.db.$executeRaw`ALTER SCHEMA graphile_worker RENAME TO out_of_reach`;
    await expect(addArtwork(await painted(62, 50).png().toBuffer(), details)).rejects.toThrow();
    await collection.db.$executeRaw`ALTER SCHEMA out_of_reach RENAME TO graphile_worker`;
    expect([await countArtworks(collection.db), await collection.db.image.count(), await jobs()]).toEqual(
      before,
    );
  });

  test('leaves nothing behind when the picture is bad', async () => {
    const before = await collection.db.image.count();
    await expect(addArtwork(Buffer.from('no picture'), details)).rejects.toMatchObject({
      kind: 'unsupported-picture',
    });
    expect(await collection.db.image.count()).toBe(before);
  });
});
