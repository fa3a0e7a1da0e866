import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import sharp from 'sharp';
import { countArtworks, findArtwork } from '@/lib/catalog/artworks.repository';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { retryAll, retryWorks } from '@/lib/ingest/jobs/retry';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { endWorker, startWorker, untilQueue } from './worker-process';

jest.setTimeout(300_000);

const harmless = 5;

describe('A picture that ends the process', () => {
  const collection = useTestDatabase();
  const workers: ChildProcess[] = [];
  const start = (env: Readonly<Record<string, string>> = {}) => {
    const worker = startWorker({ GAFU_RECIPE: 'lite', ...env });
    workers.push(worker);
    return worker;
  };
  afterAll(() => Promise.all(workers.map((worker) => endWorker(worker, 'SIGKILL'))));

  const add = async (picture: Buffer, title: string) =>
    (await addArtwork(picture, parseArtworkDetails({ title }))).artwork;
  const addHarmless = async (seed: number) => {
    for (let i = 0; i < harmless; i++)
      await add(
        await painted(seed + i, 80)
          .png()
          .toBuffer(),
        `Harmless ${seed + i}`,
      );
  };
  const magenta = (width: number) =>
    sharp({ create: { width, height: 90, channels: 3, background: '#ff00ff' } })
      .png()
      .toBuffer();
  const crashing = (place: 'decoder' | 'network', key: string) => ({
    NODE_OPTIONS: `--import=${path.resolve('tests/jobs/crash-on-picture.mjs')}`,
    CRASH_IN: place,
    CRASH_PICTURE: key,
  });
  const allDone = () =>
    untilQueue(collection.url, 'all jobs are done', ({ waiting }) => waiting === 0, 200_000);

  test('that embeds is set aside after two, and the worker goes on with the others', async () => {
    const bad = await add(await magenta(120), 'Crashes the network');
    await addHarmless(400);
    const worker = start(crashing('network', bad.image.key));
    await allDone();
    expect(worker.exitCode ?? worker.signalCode).toBeNull();
    expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: harmless, failed: 1 });
    expect(await findArtwork(collection.db, bad.id)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/ended 2 extraction processes \(the last by SIGSEGV\)/),
    });
    await endWorker(worker, 'SIGTERM');
  });

  test('of the worker itself is set aside after two; what was in hand beside it is not', async () => {
    const bad = await add(await magenta(121), 'Crashes the decoder');
    await addHarmless(500);
    const before = await countArtworks(collection.db);
    const done = allDone().then(() => 'done' as const);
    const ends: unknown[] = [];
    // As gafu start or a container's supervisor does.
    for (;;) {
      const worker = start(crashing('decoder', bad.image.key));
      const ended = once(worker, 'exit').then(([, signal]: unknown[]) => signal);
      const first = await Promise.race([done, ended]);
      if (first === 'done') break;
      ends.push(first);
    }
    expect(ends).toEqual(['SIGSEGV', 'SIGSEGV']);
    expect(await countArtworks(collection.db)).toEqual({
      pending: 0,
      ready: before.ready + harmless,
      failed: before.failed + 1,
    });
    expect((await findArtwork(collection.db, bad.id))?.failure).toMatch(/The worker ended 2 times/);
    expect(await collection.db.extractionTry.count()).toBe(0);
    await Promise.all(workers.map((worker) => endWorker(worker, 'SIGTERM')));
  });

  test('can be tried again, one or all', async () => {
    const [one, other] = await collection.db.artwork.findMany({ where: { state: 'failed' } });
    expect(await retryWorks([one?.id ?? ''])).toBe(1);
    expect(await retryWorks([one?.id ?? ''])).toBe(0);
    expect(await retryAll()).toBe(1);
    const worker = start();
    await allDone();
    for (const work of [one, other])
      expect(await findArtwork(collection.db, work?.id ?? '')).toMatchObject({
        state: 'ready',
        failure: null,
      });
    await endWorker(worker, 'SIGTERM');
  });
});
