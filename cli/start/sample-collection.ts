import { addSampleCollection } from '@/lib/ingest/sample-collection';
import { actAsCommand } from '@/lib/platform/current-actor';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { closeDatabase, database } from '@/lib/catalog/database';
import { hideSamples, sampleState } from '@/lib/curation/sample-decision';
import { progress, reportError } from '../output';
import { say } from './say';

/** Run by `gafu start` as a separate process: it may be ended at any time, and continues at the next start. */
async function run(): Promise<void> {
  actAsCommand('gafu start');
  const bar = progress('Sample collection', 0, 'works');
  try {
    const summary = await addSampleCollection({ onProgress: ({ done, total }) => bar.show(done, total) });
    bar.end();
    // Samples that came after curators had hidden the collection.
    if ((await sampleState(await database())).decision === 'hidden') await hideSamples(await database());
    if (summary !== null) say(`The sample collection is there: ${summary.added} works added.`);
  } catch (error) {
    bar.end();
    process.exitCode = reportError(error);
  } finally {
    await closeSharedVision();
    await closeDatabase();
    process.disconnect?.();
  }
}

// What it has done so far is kept, so there is nothing to finish.
process.once('disconnect', () => process.exit());
process.channel?.unref();
void run();
