import { Argument, type Command } from 'commander';
import { database } from '@/lib/catalog/database';
import { hideSamples, removeSamples, sampleState, showSamples } from '@/lib/curation/sample-decision';
import { addSampleCollection } from '@/lib/ingest/sample-collection';
import { actAsCommand } from '@/lib/platform/current-actor';
import { counted } from '@/lib/platform/counted';
import { printJson, progress } from '../output';

const help = `
hide    visitors do not see the works that Gafu made itself: not in searches, lists, feeds or the API
remove  they go to the bin, and the next start does not add them again
show    brings them back, from the bin or from their files

Examples:
  gafu samples
  gafu samples hide`;

/** `gafu samples [hide | remove | show] [--json]` */
export function register(program: Command): void {
  program
    .command('samples')
    .description('Whether visitors see the sample collection; hide it, remove it, or bring it back')
    .addArgument(new Argument('[action]', 'left out: say how it is').choices(['hide', 'remove', 'show']))
    .option('--json', 'print JSON: decision (shown, hidden or removed), works')
    .addHelpText('after', help)
    .action(run);
}

async function run(action: string | undefined, { json }: { json?: boolean }): Promise<void> {
  actAsCommand('gafu samples');
  const db = await database();
  if (action === 'hide') await hideSamples(db);
  if (action === 'remove') await removeSamples(db);
  if (action === 'show' && (await showSamples(db)) > 0) await addAgain();
  const state = await sampleState(db);
  if (json) printJson(state);
  else console.log(`The sample collection is ${state.decision}: ${counted(state.works, 'work')}.`);
}

async function addAgain(): Promise<void> {
  const bar = progress('Sample collection', 0, 'works');
  await addSampleCollection({ again: true, onProgress: ({ done, total }) => bar.show(done, total) }).finally(
    () => bar.end(),
  );
}
