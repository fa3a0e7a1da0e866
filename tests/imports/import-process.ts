// Run by import-killed.test.ts: imports from the museum that the test plays, until it is killed.
import { closeDatabase } from '@/lib/catalog/database';
import { runImport } from '@/lib/imports/run-import';
import { sourceNamed } from '@/lib/imports/sources';
import { museumsAt } from '../support/museums';

async function run(): Promise<void> {
  const [, , origin = '', name = '', choice = '{}'] = process.argv;
  const web = museumsAt(origin);
  const summary = await runImport({
    source: sourceNamed(name),
    choice: { openOnly: true, ...(JSON.parse(choice) as object) },
    web,
    onProgress: ({ done }) => console.log(`DONE ${done}`),
  });
  console.log(`SUMMARY ${JSON.stringify(summary)}`);
  await web.close();
  await closeDatabase();
}

void run();
