import { type Command, Option } from 'commander';
import { shownToCurators } from '@/lib/catalog/artwork-filter';
import { database } from '@/lib/catalog/database';
import { idsByAge } from '@/lib/catalog/exports.repository';
import { parseCopiedQuery, shownBy } from '@/lib/curation/works-query';
import { exportFormats, type ExportFormat, noteExport } from '@/lib/export/export-works';
import { type ExportSummary, exportTarget, writeExport } from '@/lib/export/write-export';
import { counted } from '@/lib/platform/counted';
import { fileToWrite } from '../file-to-write';
import { exitCodes, printJson, progress } from '../output';
import { signalled } from '../signals';

interface ExportFlags {
  readonly format?: ExportFormat;
  readonly pictures?: boolean;
  readonly where?: string;
  readonly json?: boolean;
}

const help = `
TARGET is a list alone if it ends in .csv or .jsonl, an archive if it ends in .tar, and else a new folder. Drafts and
withdrawn works are exported too, with their state; deleted works are not. gafu add brings an export in again: into
another site as the same works, into this one as corrections. docs/export.md describes the columns.

--where takes what follows the question mark in the address of the curators' list of works, /admin/works.

--json prints: path · works · pictures · lostPictures: ids of works whose picture the site itself has lost · seconds.
The exit code is 1 if pictures are lost.

Examples:
  gafu export works.csv
  gafu export collection.tar --pictures
  gafu export monet --pictures --format csv --where "artist=Claude+Monet&publication=published"`;

/** `gafu export TARGET [--pictures] [--format csv|jsonl] [--where QUERY] [--json]` */
export function register(program: Command): void {
  program
    .command('export')
    .description('Write works as a list that people and programs read, with their pictures if wanted')
    .argument('<target>', 'the file or folder to write; it must not be there yet')
    .option('--pictures', 'the pictures too, in an archive or a folder')
    .addOption(
      new Option('--format <name>', 'of the list, if the name does not say it; jsonl by default').choices(
        exportFormats,
      ),
    )
    .option('--where <query>', 'only the works that this query of /admin/works selects')
    .option('--json', 'print a summary as JSON')
    .addHelpText('after', help)
    .action(exportWorks);
}

async function exportWorks(name: string, { format, pictures, where, json }: ExportFlags): Promise<void> {
  const withPictures = pictures ?? false;
  const target = exportTarget(fileToWrite(name), { format, withPictures });
  const query = where === undefined ? null : parseCopiedQuery(where);
  const db = await database();
  const ids = await idsByAge(db, query?.filter ?? {}, query === null ? shownToCurators : shownBy(query));
  await noteExport(db, { works: ids.length, format: target.format, withPictures, where: where ?? '' });
  const bar = progress('exporting', ids.length, 'works');
  const summary = await writeExport(target, {
    db,
    ids,
    withPictures,
    signal: signalled(),
    onProgress: (done) => bar.show(done),
  }).finally(() => bar.end());
  if (json) printJson(summary);
  else console.log(summaryText(summary));
  if (summary.lostPictures.length > 0) process.exitCode = exitCodes.problem;
}

function summaryText({ path, works, pictures, lostPictures, seconds }: ExportSummary): string {
  const held = pictures > 0 ? `, ${counted(pictures, 'picture')}` : '';
  const lines = [`${path} is written: ${counted(works, 'work')}${held} in ${seconds.toFixed(1)} s.`];
  if (lostPictures.length > 0)
    lines.push(
      `The image store has lost ${counted(lostPictures.length, 'picture')}, or holds them damaged; these works are in the list without them: ${lostPictures.slice(0, 5).join(', ')}${lostPictures.length > 5 ? ', …' : ''}`,
    );
  return lines.join('\n');
}
