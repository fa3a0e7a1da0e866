import { type ChildProcess } from 'node:child_process';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { pauseJobs, resumeJobs } from '@/lib/catalog/job-control.repository';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { jobOverview } from '@/lib/ingest/jobs/job-overview';
import { countLiveWorkers } from '@/lib/ingest/jobs/worker-liveness';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { endWorker, startWorker, untilQueue } from './worker-process';

jest.setTimeout(300_000);

describe('Two workers on one database', () => {
  const collection = useTestDatabase();
  const workers: ChildProcess[] = [];
  const start = () => workers.push(startWorker({ GAFU_RECIPE: 'lite' }));
  afterAll(() => Promise.all(workers.map((worker) => endWorker(worker, 'SIGKILL'))));

  const add = async (count: number, seed: number) => {
    for (let i = 0; i < count; i++)
      await addArtwork(
        await painted(seed + i, 80)
          .png()
          .toBuffer(),
        parseArtworkDetails({ title: `Work ${seed + i}` }),
      );
  };
  const until = async (reached: () => Promise<boolean>) => {
    const deadline = performance.now() + 120_000;
    while (!(await reached())) {
      if (performance.now() > deadline) throw new Error('not within two minutes');
      await collection.db.$executeRaw`SELECT pg_sleep(0.02)`;
    }
  };
  /** Later jobs that are not paused were done: whoever takes works would have taken those that wait. */
  const otherJobsAreDone = async () => {
    for (let i = 0; i < 4; i++) {
      await collection.db.$executeRaw`SELECT graphile_worker.add_job('tidy-up')`;
      await until(
        async () =>
          (
            await collection.db.$queryRaw<
              unknown[]
            >`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'tidy-up'`
          ).length === 0,
      );
    }
  };

  test('take no works while they are paused, and do other jobs', async () => {
    await add(4, 600);
    await pauseJobs(collection.db);
    start();
    start();
    await until(async () => (await countLiveWorkers(collection.db)) === 2);
    await otherJobsAreDone();
    expect(await countArtworks(collection.db)).toEqual({ pending: 4, ready: 0, failed: 0 });
    expect(await jobOverview(collection.db)).toMatchObject({
      pausedSince: expect.any(Date),
      workers: 2,
      pending: 4,
      running: [],
    });
  });

  test('go on together when they are resumed, and the overview says how fast', async () => {
    await resumeJobs(collection.db);
    await untilQueue(collection.url, 'all jobs are done', ({ waiting }) => waiting === 0);
    expect(await jobOverview(collection.db)).toMatchObject({
      pausedSince: null,
      pending: 0,
      throughput: { perMinute: expect.any(Number), minutesLeft: null },
    });
  });

  test('that are paused in the middle finish what they have in hand; a restart changes nothing', async () => {
    await pauseJobs(collection.db);
    await add(24, 700);
    await resumeJobs(collection.db);
    await until(async () => (await countArtworks(collection.db)).ready > 4);
    await pauseJobs(collection.db);
    await untilQueue(collection.url, 'nothing is in hand', ({ locked }) => locked === 0);
    await otherJobsAreDone();
    const { pending, failed } = await countArtworks(collection.db);
    expect(pending).toBeGreaterThan(0);
    expect(failed).toBe(0);
    await Promise.all(workers.map((worker) => endWorker(worker, 'SIGTERM')));
    start();
    await until(async () => (await countLiveWorkers(collection.db)) === 1);
    await otherJobsAreDone();
    expect((await countArtworks(collection.db)).pending).toBe(pending);
    await resumeJobs(collection.db);
    await untilQueue(collection.url, 'all jobs are done', ({ waiting }) => waiting === 0);
    expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: 28, failed: 0 });
    const log = await collection.db.change.findMany({
      where: { subjectId: 'jobs' },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ action }) => action)).toEqual([
      'pause',
      'resume',
      'pause',
      'resume',
      'pause',
      'resume',
    ]);
  });
});
