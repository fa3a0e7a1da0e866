import { listChanges } from '@/lib/catalog/changes.repository';
import { findImportRun } from '@/lib/catalog/import-runs.repository';
import { countImported } from '@/lib/catalog/imports.repository';
import { controlImport, startImport } from '@/lib/imports/control-import';
import { importTask, findImportJobs } from '@/lib/imports/jobs/import-queue';
import { importWorks } from '@/lib/imports/jobs/import-works';
import { findRunsInHand } from '@/lib/imports/list-lock';
import { iiif } from '@/lib/imports/sources/iiif';
import { declineStarterCollection, startStarterCollection } from '@/lib/imports/starter-collection';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { useTestDatabase } from '../support/database';
import { sends, useMuseums } from '../support/museums';
import { addressOf, serveCollection } from './iiif-collection';

const database = useTestDatabase();
const museums = useMuseums();
const never = new AbortController().signal;

const start = (more: Partial<Parameters<typeof startImport>[0]> = {}) =>
  startImport({ source: iiif, choice: { address: addressOf(museums()), openOnly: true }, ...more });
const work = (runId: string, signal = never) => importWorks({ runId, failures: 0 }, signal);
const stateOf = async (id: string) => (await findImportRun(database.db, id))?.state;
const jobOf = async (id: string) => (await findImportJobs(database.db, [id])).get(id);

beforeAll(() => {
  process.env.FETCH_ALLOWED_HOSTS = new URL(museums().origin).host;
  forgetSingleton('settings');
});
afterEach(async () => {
  await database.db.importRun.deleteMany();
  await database.db.artwork.deleteMany();
  await database.db.change.deleteMany();
});

test('An import that a curator starts waits for a worker, which brings the works and says who wanted them', async () => {
  await serveCollection(museums(), 3);
  const run = await start();
  expect(run).toMatchObject({ state: 'waiting', startedBy: { name: 'gafu' } });
  expect(await jobOf(run.id)).toBeInstanceOf(Date);
  expect((await start()).id).toBe(run.id);
  expect(await work(run.id)).toEqual({ status: 'success' });
  expect(await findImportRun(database.db, run.id)).toMatchObject({ state: 'finished', problem: null });
  expect(await countImported(database.db, run.id)).toMatchObject({ added: 3 });
  const { changes } = await listChanges(
    database.db,
    { subject: { kind: 'import' } },
    { offset: 0, limit: 9 },
  );
  expect(changes).toMatchObject([
    { action: 'import', subject: { id: run.id, name: expect.stringMatching(/^IIIF: http/) } },
  ]);
  expect((await start()).id).not.toBe(run.id);
});

test('A curator pauses, resumes and cancels it; what it has brought stays and is not fetched twice', async () => {
  await serveCollection(museums(), 6);
  const { id } = await start();
  const held = museums().hold('https://museum.example/pictures/5');
  const working = work(id);
  await held.reached;
  expect(await findRunsInHand(database.db, [await runOf(id)])).toEqual(new Set([id]));
  await controlImport(id, 'pause');
  expect(await working).toEqual({ status: 'skipped', reason: 'a curator has stopped it' });
  held.release();
  expect([await stateOf(id), await jobOf(id)]).toEqual(['paused', undefined]);
  expect(await work(id)).toMatchObject({ status: 'skipped' });
  const had = await database.db.artwork.count();
  expect(had).toBeGreaterThan(0);

  await controlImport(id, 'resume');
  museums().asked.length = 0;
  expect(await work(id)).toEqual({ status: 'success' });
  expect(await database.db.artwork.count()).toBe(6);
  expect(museums().asked.filter((address) => address.includes('/pictures/'))).toHaveLength(6 - had);
  await expect(controlImport(id, 'cancel')).rejects.toThrow('The import is finished already.');
});

test('A cancelled import is over: the same list begins as another run', async () => {
  await serveCollection(museums(), 2);
  const { id } = await start();
  await controlImport(id, 'cancel');
  expect([await stateOf(id), await jobOf(id)]).toEqual(['cancelled', undefined]);
  await expect(controlImport(id, 'resume')).rejects.toMatchObject({ kind: 'conflict' });
  expect((await start()).id).not.toBe(id);
});

test('A worker that ends leaves its import to the next one', async () => {
  await serveCollection(museums(), 6);
  const { id } = await start();
  const held = museums().hold('https://museum.example/pictures/5');
  const ending = new AbortController();
  const working = work(id, ending.signal);
  await held.reached;
  ending.abort(new Error('The worker ends.'));
  expect(await working).toEqual({ status: 'skipped', reason: 'the worker ends' });
  held.release();
  expect(await jobOf(id)).toBeInstanceOf(Date);
  expect(await work(id)).toEqual({ status: 'success' });
  expect(await countImported(database.db, id)).toMatchObject({ added: 6, unchanged: 0 });
});

test('A museum that refuses is left alone for longer each time, then a curator decides', async () => {
  museums().at(
    'https://museum.example/collection',
    sends('<!DOCTYPE html><p>Are you a robot?</p>', { 'content-type': 'text/html' }),
  );
  const { id } = await start();
  const waits: number[] = [];
  for (const failures of [0, 1, 2, 3]) {
    expect(await importWorks({ runId: id, failures }, never)).toMatchObject({ status: 'skipped' });
    const [job] = await database.db.$queryRaw<{ payload: unknown; minutes: number }[]>`
      SELECT payload, extract(epoch FROM run_at - updated_at)::integer / 60 AS minutes
      FROM graphile_worker._private_jobs WHERE key = ${`import:${id}`}`;
    waits.push(job?.minutes ?? 0);
    expect(job?.payload).toEqual({ runId: id, failures: failures + 1 });
  }
  expect(waits).toEqual([5, 30, 120, 360]);
  expect(await importWorks({ runId: id, failures: 4 }, never)).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/web page instead of JSON.*set GAFU_CONTACT/),
  });
  expect(await stateOf(id)).toBe('stopped');
});

test('Only what was ticked comes, from the page of the list on which it was', async () => {
  await serveCollection(museums(), 4);
  const only = new Set([`${museums().origin}/museum.example/manifests/3`]);
  const { id } = await start({ choice: { address: addressOf(museums()), openOnly: true }, only });
  expect(await work(id)).toEqual({ status: 'success' });
  expect(await countImported(database.db, id)).toMatchObject({ added: 1 });
  expect(await findImportRun(database.db, id)).toMatchObject({ total: 1 });
});

test('The starter collection begins on a site without works, once, and not if curators have declined it', async () => {
  const begun = await startStarterCollection();
  expect(begun).toMatchObject({ source: 'starter', state: 'waiting' });
  expect((await startStarterCollection())?.id).toBe(begun?.id);
  await declineStarterCollection();
  expect(await startStarterCollection()).toBeNull();
  await database.db.importRun.deleteMany();
  await declineStarterCollection();
  expect(await startStarterCollection()).toBeNull();
});

test('Imports wait for each other in a queue of their own', async () => {
  const { id } = await start();
  const [job] = await database.db.$queryRaw<{ queue: string }[]>`
    SELECT queue_name AS queue FROM graphile_worker.jobs WHERE key = ${`import:${id}`} AND task_identifier = ${importTask}`;
  expect(job).toEqual({ queue: 'imports' });
});

async function runOf(id: string) {
  const run = await findImportRun(database.db, id);
  if (run === null) throw new Error(`There is no run ${id}.`);
  return run;
}
