import { closeDatabase } from '@/lib/catalog/database';
import { fetchStarterCollection } from '@/lib/imports/starter-collection';
import { actAsCommand } from '@/lib/platform/current-actor';
import { counted } from '@/lib/platform/counted';
import { progress, reportError } from '../output';
import { signalled } from '../signals';
import { say } from './say';

/** Run by `gafu start` as a separate process: it may be ended at any time, and continues at the next start. */
async function run(): Promise<void> {
  actAsCommand('gafu start');
  const signal = signalled();
  const bar = progress('Starter collection', 0, 'works');
  try {
    const summary = await fetchStarterCollection({
      signal,
      onProgress: ({ done, total }) => bar.show(done, total ?? done),
    });
    bar.end();
    if (summary === null || signal.aborted) return;
    const { counts, refused, postponed, problem } = summary;
    const missing = refused.length + postponed.length;
    say(
      problem === null
        ? `The starter collection is there: ${counted(counts.added, 'painting')} from museums${missing === 0 ? '' : `; ${missing} could not be had. gafu import starter lists them, and tries again`}. GAFU_STARTER=false declines it.`
        : `The starter collection of real paintings is not fetched yet: ${problem} The next start tries again; GAFU_STARTER=false declines it.`,
    );
  } catch (error) {
    bar.end();
    process.exitCode = reportError(error);
  } finally {
    await closeDatabase();
    process.disconnect?.();
  }
}

void run();
