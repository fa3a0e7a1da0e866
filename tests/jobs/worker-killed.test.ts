import { type ChildProcess } from 'node:child_process';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { embeddingKinds } from '@/lib/vision/embedding';
import { useTestDatabase } from '../support/database';
import { painted } from '../bad-input/pictures';
import { endWorker, startWorker, untilQueue } from './worker-process';

const works = 6;

describe('A worker that is killed in the middle of a job', () => {
  const collection = useTestDatabase();
  const workers: ChildProcess[] = [];
  const start = () => {
    const worker = startWorker();
    workers.push(worker);
    return worker;
  };
  const queue = () => untilQueue(collection.url, 'the queue answers', () => true);
  /** Suspends it while it has a job: however fast it is, it has one when it is killed. */
  const stopWithJob = async (worker: ChildProcess) => {
    for (;;) {
      await untilQueue(collection.url, 'a worker takes a job', ({ locked }) => locked > 0);
      worker.kill('SIGSTOP');
      if ((await queue()).locked > 0) return;
      worker.kill('SIGCONT');
    }
  };
  afterAll(() => Promise.all(workers.map((worker) => endWorker(worker, 'SIGKILL'))));

  test('leaves every work to the next one, which makes each ready exactly once', async () => {
    for (let i = 0; i < works; i++) {
      const bytes = await painted(100 + i, 80)
        .png()
        .toBuffer();
      await addArtwork(bytes, parseArtworkDetails({ title: `Work ${i}` }));
    }
    const first = start();
    await stopWithJob(first);
    await endWorker(first, 'SIGKILL');
    expect((await queue()).locked).toBeGreaterThan(0);
    expect((await countArtworks(collection.db)).ready).toBeLessThan(works);

    const second = start();
    await untilQueue(collection.url, 'all jobs are done', ({ waiting }) => waiting === 0);
    expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: works, failed: 0 });
    const perWork = await collection.db.embedding.groupBy({ by: ['artworkId'], _count: true });
    expect(perWork.map(({ _count }) => _count)).toEqual(Array(works).fill(embeddingKinds.length));
    await endWorker(second, 'SIGTERM');
    expect(second.exitCode).toBe(0);
  }, 240_000);

  test('does not have its jobs taken while it lives: two workers share the queue', async () => {
    for (let i = 0; i < works; i++) {
      const bytes = await painted(200 + i, 80)
        .png()
        .toBuffer();
      await addArtwork(bytes, parseArtworkDetails({ title: `Shared ${i}` }));
    }
    const pair = [start(), start()];
    await untilQueue(collection.url, 'all jobs are done', ({ waiting }) => waiting === 0);
    expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: 2 * works, failed: 0 });
    await Promise.all(pair.map((worker) => endWorker(worker, 'SIGTERM')));
  }, 240_000);
});
