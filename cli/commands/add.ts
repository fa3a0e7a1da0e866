import { InvalidArgumentError, type Command } from 'commander';
import { addFolder, type FolderProgress, type FolderSummary } from '@/lib/ingest/add-folder';
import { manifestColumns } from '@/lib/ingest/manifest';
import { exitCodes, printJson, progress } from '../output';
import { signalled } from '../signals';

interface AddOptions {
  readonly manifest: string;
  readonly limit?: number;
  readonly json?: boolean;
}

const badRowsShown = 20;

/** `gafu add FOLDER --manifest CSV [--limit N] [--json]` */
export function register(program: Command): void {
  program
    .command('add')
    .description('Add the pictures of a folder to the collection, as a manifest describes them')
    .argument('<folder>', 'where the pictures are')
    .requiredOption(
      '--manifest <csv>',
      `a CSV table with the columns ${manifestColumns.join(', ')}; only "file" must be there`,
    )
    .option('--limit <rows>', 'the first so many rows only', positiveInteger)
    .option('--json', 'print a summary as JSON')
    .addHelpText(
      'after',
      '\nWhat is in the collection already is passed over, so a run that was ended is resumed by calling it again.' +
        '\n\nExamples:\n  gafu add pictures --manifest pictures.csv\n  gafu add scans --manifest scans.csv --limit 100 --json',
    )
    .action(add);
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}

async function add(folder: string, { manifest, limit, json }: AddOptions): Promise<void> {
  const signal = signalled();
  const bar = progress('adding', limit ?? 0, 'pictures');
  const onProgress = ({ done, total }: FolderProgress) => bar.show(done, total);
  const summary = await addFolder({ folder, manifest, limit, onProgress, signal }).finally(() => bar.end());
  if (json) printJson(summary);
  else console.log(describe(summary, signal.aborted));
  if (summary.bad.length > 0 || signal.aborted) process.exitCode = exitCodes.problem;
}

function describe({ added, known, bad, ignoredColumns, seconds }: FolderSummary, ended: boolean): string {
  const rate = ((added + known) / Math.max(seconds, 0.001)).toFixed(1);
  return [
    `${ended ? 'Ended before the last row. ' : ''}${added} works added, ${known} were there already, ${bad.length} rows could not be used (${seconds.toFixed(0)} s, ${rate} a second).`,
    ...(ignoredColumns.length > 0 ? [`Columns not used: ${ignoredColumns.join(', ')}.`] : []),
    ...bad
      .slice(0, badRowsShown)
      .map(({ line, file, reason }) => `  line ${line}${file === null ? '' : ` (${file})`}: ${reason}`),
    ...(bad.length > badRowsShown ? [`  and ${bad.length - badRowsShown} more; --json lists them all.`] : []),
  ].join('\n');
}
