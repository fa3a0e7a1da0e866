import { waitingText } from '@/cli/waiting-text';
import { addArtwork, storeArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { waitingWorks } from '@/lib/ingest/jobs/waiting-works';
import { readPicture } from '@/lib/images/safe-picture';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';

describe('What gafu status says of works that wait', () => {
  const collection = useTestDatabase();
  const bytesOf = (width: number) => painted(width, 80).png().toBuffer();
  const titled = (title: string) => parseArtworkDetails({ title });
  const text = async () => {
    const waiting = await waitingWorks(collection.db);
    return waiting && waitingText(waiting);
  };

  test('is nothing if none waits', async () => {
    expect(await text()).toBeNull();
  });

  test('is that gafu add has them in hand, and until when', async () => {
    await storeArtwork(await readPicture(await bytesOf(100)), titled('In hand'), { delaySeconds: 900 });
    expect(await text()).toMatch(
      /^since \d{4}-\d\d-\d\d \d\d:\d\d UTC: gafu add is embedding them; if it was ended, a worker takes them up at \d{4}.* UTC, but no worker is running/,
    );
  });

  test('is that no worker is running', async () => {
    await addArtwork(await bytesOf(101), titled('Waiting'));
    expect(await text()).toMatch(
      /^since .* UTC: no worker is running; gafu start and gafu worker start one$/,
    );
  });

  test('is why the last attempt failed, and when the next is', async () => {
    await collection.db.$executeRaw`
      UPDATE graphile_worker._private_jobs
      SET attempts = 1, last_error = ${'The image store is out of reach.\n  at somewhere'}, run_at = now() + interval '1 hour'`;
    expect(await text()).toMatch(
      /: the last attempt failed \(The image store is out of reach\); the next is at \d{4}/,
    );
  });

  test('is that no job is left', async () => {
    await collection.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await text()).toMatch(/: there is no job for them; give their list to gafu add again/);
  });
});
