import { findImportRun } from '@/lib/catalog/import-runs.repository';
import { countImported } from '@/lib/catalog/imports.repository';
import { startImport } from '@/lib/imports/control-import';
import { type ImportSummary } from '@/lib/imports/import-summary';
import { runImport } from '@/lib/imports/run-import';
import { cleveland } from '@/lib/imports/sources/cleveland';
import { iiif } from '@/lib/imports/sources/iiif';
import { endWorker, startWorker } from '../jobs/worker-process';
import { useTestDatabase } from '../support/database';
import { useMuseums } from '../support/museums';
import { runProgram } from '../support/program';
import { addressOf, serveCollection } from './iiif-collection';
import { pictureUrl, serve, works } from './museum-works';

const database = useTestDatabase();
const museums = useMuseums();

const start = () =>
  runProgram(['--import', 'tsx', 'tests/imports/import-process.ts', museums().origin, 'cleveland']);

test('An import that is killed at any point goes on, stores each work once, and fetches no stored picture again', async () => {
  const count = 20;
  await serve(museums(), works(count), 8);
  for (const killedAfter of [3, 12]) {
    const program = start();
    await program.until(new RegExp(`DONE ${killedAfter}\\b`));
    await program.end('SIGKILL');
  }
  const stored = await database.db.importedRecord.count();
  expect(stored).toBeGreaterThanOrEqual(12);
  expect(stored).toBeLessThan(count);
  const askedBefore = museums().asked.filter((address) => address.endsWith('.jpg')).length;
  const last = start();
  const [, json = ''] = await last.until(/SUMMARY (.*)\n/);
  expect(await last.end()).toBe(0);
  const summary = JSON.parse(json) as ImportSummary;
  expect(summary).toMatchObject({ resumed: true, finished: true, counts: { added: count, unchanged: 0 } });
  expect(await database.db.artwork.count()).toBe(count);
  const askedNow = museums().asked.filter((address) => address.endsWith('.jpg')).length - askedBefore;
  expect(askedNow).toBe(count - stored);
}, 120_000);

test('Two processes do not import one list at a time', async () => {
  await serve(museums(), works(2, 100));
  museums().at(pictureUrl('1900.101'), () => undefined);
  const first = start();
  await first.until(/DONE 1\b/);
  const second = runImport({ source: cleveland, choice: { openOnly: true }, web: museums().web });
  await expect(second).rejects.toThrow(
    new RegExp(`is being imported by process ${first.child.pid} already. Wait until it is done, or end it`),
  );
  await first.end('SIGKILL');
}, 60_000);

test('A worker that is killed half-way leaves its import to the next one, which fetches no stored picture again', async () => {
  await serveCollection(museums(), 6);
  const held = museums().hold('https://museum.example/pictures/5');
  const { id } = await startImport({
    source: iiif,
    choice: { address: addressOf(museums()), openOnly: true },
  });
  const env = { FETCH_ALLOWED_HOSTS: new URL(museums().origin).host };
  const first = startWorker(env);
  await held.reached;
  await endWorker(first, 'SIGKILL');
  held.release();
  museums().asked.length = 0;
  const second = startWorker(env);
  while ((await findImportRun(database.db, id))?.state !== 'finished')
    // The pause is Postgres', so that asking again does not keep a core busy.
    await database.db.$executeRaw`SELECT pg_sleep(0.05)`;
  await endWorker(second, 'SIGTERM');
  expect(await countImported(database.db, id)).toMatchObject({ added: 6, unchanged: 0 });
  expect(museums().asked.filter((address) => address.includes('/pictures/'))).toHaveLength(2);
}, 180_000);
