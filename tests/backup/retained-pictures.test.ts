import { Client } from 'pg';
import { retainPictures } from '@/lib/catalog/picture-retention';
import { imageStore } from '@/lib/images/shared-image-store';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { deleteUnusedPictures } from '@/lib/ingest/jobs/delete-unused-pictures';
import { removeArtwork } from '@/lib/ingest/remove-artwork';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';

describe('While a backup holds the pictures', () => {
  const site = useTestDatabase();
  const addPainted = async (width: number) => {
    const picture = await painted(width, 70).png().toBuffer();
    return (await addArtwork(picture, parseArtworkDetails({ title: `${width} wide` }))).artwork;
  };
  const hold = async () => {
    const client = new Client({ connectionString: site.url });
    await client.connect();
    try {
      await retainPictures(client);
    } catch (error) {
      await client.end();
      throw error;
    }
    return client;
  };

  test('a work can be removed, and its picture stays until the backup has ended', async () => {
    const { id, image } = await addPainted(140);
    const backup = await hold();
    await removeArtwork(id);
    expect(await site.db.artwork.count({ where: { id } })).toBe(0);
    await deleteUnusedPictures();
    expect(await imageStore().get(image.key)).not.toBeNull();
    await backup.end();
    expect(await deleteUnusedPictures()).toEqual({ status: 'success' });
    expect(await imageStore().get(image.key)).toBeNull();
    expect(await site.db.image.count({ where: { key: image.key } })).toBe(0);
  });

  test('a picture that is added again meanwhile stays for good', async () => {
    const { id, image } = await addPainted(141);
    const backup = await hold();
    await removeArtwork(id);
    await addPainted(141);
    await backup.end();
    expect(await deleteUnusedPictures()).toMatchObject({ status: 'skipped' });
    expect(await imageStore().get(image.key)).not.toBeNull();
  });

  test('a second backup is refused', async () => {
    const backup = await hold();
    await expect(hold()).rejects.toThrow('Another backup of this site is running');
    await backup.end();
  });
});
