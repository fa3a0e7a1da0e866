import { type Command } from 'commander';
import { addFolder, type FolderProgress } from '@/lib/ingest/folder/add-folder';
import { type FolderSummary } from '@/lib/ingest/folder/folder-summary';
import { workColumns } from '@/lib/ingest/folder/work-columns';
import { sayLoadingNetwork } from '../network';
import { exitCodes, printJson, progress } from '../output';
import { signalled } from '../signals';
import { summaryText } from '../summary-text';
import { positiveInteger } from '../whole-number';

interface AddOptions {
  readonly manifest?: string;
  readonly encoding?: string;
  readonly limit?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
A work that is in the collection already, known by its picture or by its file, gets the details that the list has a
column for; so a corrected list is given again, and a run that was ended is resumed by calling it again. A file that has
a picture which looks different, with another title or artist, is a new work.

A list that gafu export has written makes the same works again, with their ids, makers, drafts and dates, or corrects
those that are here. docs/export.md describes it.

A CSV table is in UTF-8, or UTF-16 with its mark; --encoding names any other, e.g. windows-1252, shift_jis.
Commas, semicolons, tabs and a first line "sep=" are understood. The first line names the columns. In JSON Lines each
line is one work in the names of the API: {"file": "a.jpg", "titles": [{"text": "…", "language": "fr"}]}.

--json prints: dryRun · rows, and of them added, updated, unchanged · refused: [{line, file, reason}] ·
updates: [{line, file, artworkId, changed}] · repeated: [{line, file, sameAsLine}] ·
nearDuplicates: [{line, file, works: [{id, title}]}] ·
unreadDates: [{line, file, date}] · ignoredColumns · encoding · seconds.
The exit code is 1 if a row was refused.

Examples:
  gafu add pictures --manifest pictures.csv --dry-run
  gafu add pictures --manifest pictures.csv
  gafu add collection.tar
  gafu add scans --manifest scans.csv --encoding shift_jis --limit 100 --json`;

/** `gafu add FOLDER [--manifest LIST] [--encoding NAME] [--limit N] [--dry-run] [--json]` */
export function register(program: Command): void {
  program
    .command('add')
    .description(
      'Add the pictures of a folder to the collection as a list describes them, or correct their details',
    )
    .argument('<folder>', 'where the pictures are: a folder, or a .tar file of gafu export')
    .option(
      '--manifest <list>',
      `the list: a CSV table with the columns ${workColumns.join(', ')}; only "file" must be there. Or JSON Lines, or an export. By default works.jsonl or works.csv beside the pictures`,
    )
    .option('--encoding <name>', 'what the list is encoded in, if it is not UTF-8')
    .option('--limit <rows>', 'the first so many rows only', positiveInteger)
    .option('--dry-run', 'say what would be added, updated and refused, and change nothing')
    .option('--json', 'print a summary as JSON')
    .addHelpText('after', help)
    .action(add);
}

async function add(folder: string, { json, ...options }: AddOptions): Promise<void> {
  const signal = signalled();
  const bar = progress(options.dryRun ? 'reading' : 'adding', options.limit ?? 0, 'pictures');
  const summary: FolderSummary = await addFolder({
    folder,
    ...options,
    signal,
    onLoadNetwork: sayLoadingNetwork,
    onProgress: ({ done, total }: FolderProgress) => bar.show(done, total),
  }).finally(() => bar.end());
  if (json) printJson(summary);
  else console.log(summaryText(summary, signal.aborted));
  if (summary.refused.length > 0 || signal.aborted) process.exitCode = exitCodes.problem;
}
