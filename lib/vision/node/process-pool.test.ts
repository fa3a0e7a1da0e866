import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ProcessPool } from './process-pool';
import type { FixtureTask } from './process-pool.fixture';

type Pool = ProcessPool<FixtureTask, { processId: number; bytes: Float32Array }, { greeting: string }>;

const folder = mkdtempSync(path.join(os.tmpdir(), 'gafu-pool-'));
const open: Pool[] = [];

async function openPool({
  size = 1,
  taskMsMax = 60_000,
  setup = {},
}: { size?: number; taskMsMax?: number; setup?: object } = {}): Promise<Pool> {
  const module = path.resolve('lib/vision/node/process-pool.fixture.ts');
  const opened = await ProcessPool.open<
    FixtureTask,
    { processId: number; bytes: Float32Array },
    { greeting: string }
  >({ module, cwd: process.cwd(), setup, size, taskMsMax });
  expect(opened.ready).toEqual({ greeting: 'hello' });
  open.push(opened.pool);
  return opened.pool;
}

/** Resolves when the file has as many lines. */
async function lines(file: string, count: number): Promise<string[]> {
  for (;;) {
    const found = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

jest.setTimeout(120_000);
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a pool of processes', () => {
  it('answers from another process, typed arrays included', async () => {
    const pool = await openPool();
    const { processId, bytes } = await pool.run({ deed: 'answer' });
    expect(processId).toBe(pool.processIds[0]);
    expect(processId).not.toBe(process.pid);
    expect([...bytes]).toEqual([1, 2]);
  });

  it('replaces a worker that is killed and gives its task to the new one', async () => {
    const pool = await openPool();
    const diary = path.join(folder, 'killed');
    const hanging = pool.run({ deed: 'hang', diary });
    hanging.catch(() => undefined);
    const [first] = await lines(diary, 1);
    process.kill(Number(first), 'SIGKILL');
    const [, second] = await lines(diary, 2);
    expect(second).not.toBe(first);
    expect(pool.processIds).toEqual([Number(second)]);
  });

  it('gives up a task that ends two workers, and goes on with the others', async () => {
    const pool = await openPool();
    const diary = path.join(folder, 'deadly');
    const deadly = pool.run({ deed: 'die', diary });
    const after = pool.run({ deed: 'answer' });
    await expect(deadly).rejects.toThrow('ended 2 extraction processes');
    expect((await after).bytes).toHaveLength(2);
    expect(await lines(diary, 2)).toHaveLength(2);
  });

  it('ends a worker whose task takes too long', async () => {
    const pool = await openPool({ taskMsMax: 300 });
    await expect(pool.run({ deed: 'hang' })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('replaces a worker that dies with nothing to do', async () => {
    const pool = await openPool();
    const [first] = pool.processIds;
    process.kill(first ?? 0, 'SIGKILL');
    while (pool.processIds.includes(first ?? 0)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await pool.run({ deed: 'answer' })).processId).not.toBe(first);
  });

  it('works on as many tasks at once as it has processes', async () => {
    const pool = await openPool({ size: 2 });
    const diary = path.join(folder, 'both');
    const both = [pool.run({ deed: 'hang', diary }), pool.run({ deed: 'hang', diary })];
    for (const task of both) task.catch(() => undefined);
    expect(new Set(await lines(diary, 2)).size).toBe(2);
  });

  it('hands on a Problem as a Problem, and a defect as an error', async () => {
    const pool = await openPool();
    await expect(pool.run({ deed: 'refuse' })).rejects.toMatchObject({
      name: 'Problem',
      kind: 'not-found',
      message: 'no such layer',
      extensions: { layers: ['a'] },
    });
    await expect(pool.run({ deed: 'break' })).rejects.toThrow('a defect');
    expect((await pool.run({ deed: 'answer' })).bytes).toHaveLength(2);
  });

  it('cannot be opened when a worker cannot be set up, and says why', async () => {
    await expect(openPool({ setup: { refuse: true } })).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'no network here',
    });
  });

  it('rejects what is left when it is closed', async () => {
    const pool = await openPool();
    const tasks = [pool.run({ deed: 'hang' }), pool.run({ deed: 'answer' })];
    const settled = Promise.allSettled(tasks);
    await pool.close();
    for (const { status } of await settled) expect(status).toBe('rejected');
    await expect(pool.run({ deed: 'answer' })).rejects.toThrow('closed');
    expect(pool.processIds).toEqual([]);
  });
});
