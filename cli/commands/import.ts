import { type Command } from 'commander';
import { runImport } from '@/lib/imports/run-import';
import { type ImportSummary } from '@/lib/imports/import-summary';
import { clientFor, sourceNamed, sources } from '@/lib/imports/sources';
import { type Choice, type Source } from '@/lib/imports/source';
import { actAsCommand } from '@/lib/platform/current-actor';
import { importSummaryText } from '../import-summary-text';
import { exitCodes, printJson, progress } from '../output';
import { signalled } from '../signals';
import { positiveInteger } from '../whole-number';

type ImportFlags = Partial<Record<Exclude<Choice, 'address'>, string>> & {
  readonly limit?: number;
  readonly dryRun?: boolean;
  readonly allRights?: boolean;
  readonly again?: boolean;
  readonly json?: boolean;
};

const help = `
Sources, and what narrows them down:
${sources.map(sourceLine).join('\n')}

A run that was ended, by Ctrl-C or a kill, goes on where it was when the same command is called again. A list that came
before is brought up to date: what the museum has changed is changed here, but nothing that a curator has changed.
Works that the museum lists no more are reported and stay.

Workers find the features of new works: those of gafu start, or gafu worker. Museums ask to know whom they can write to:
set GAFU_CONTACT to an e-mail address or a page.

--json prints: source · dryRun · resumed · finished · problem · total · counts: {added, updated, unchanged, refused,
postponed, vanished} · drafts · postponed and refused: [{id, reason}] · rights: {label: works} · vanished: [{id, artworkId}] · seconds.
The exit code is 1 if a record was refused, or the run is not finished.

Examples:
  gafu import cleveland --type Painting --dry-run
  gafu import cleveland --type Painting --limit 500
  gafu import met --department "European Paintings" --query portrait
  gafu import iiif https://example.org/iiif/collection.json
  gafu import oai https://example.org/oai --prefix lido`;

/** `gafu import SOURCE [ADDRESS] [--query …] [--limit N] [--dry-run] …` */
export function register(program: Command): void {
  program
    .command('import')
    .description('Bring in works from a museum’s open collection or a standard, or bring them up to date')
    .argument('<source>', sources.map(({ name }) => name).join(', '))
    .argument('[address]', 'of the manifest, collection, repository or list, where the source needs one')
    .option('--query <words>', 'what to search for')
    .option('--department <name>', 'a department of the museum')
    .option('--type <name>', 'a type of work as the museum calls it, e.g. Painting')
    .option('--set <name>', 'a set of the repository, or a category of Wikimedia Commons')
    .option('--prefix <name>', 'the form of an OAI-PMH repository’s records: oai_dc, edm or lido')
    .option('--limit <works>', 'at most so many works, those that are here already included', positiveInteger)
    .option('--dry-run', 'say what would come, and with which rights; store nothing')
    .option('--all-rights', 'also works that may not be reused without asking, as drafts')
    .option('--again', 'begin with the first page even if an earlier run was ended')
    .option('--json', 'print a summary as JSON')
    .addHelpText('after', help)
    .action(importWorks);
}

async function importWorks(name: string, address: string | undefined, flags: ImportFlags): Promise<void> {
  const { limit, dryRun, allRights = false, again, json, ...choice } = flags;
  actAsCommand('gafu import');
  const source = sourceNamed(name);
  const web = clientFor(source);
  const signal = signalled();
  const bar = progress(dryRun ? 'looking at' : 'importing', limit ?? 0, 'works');
  const summary: ImportSummary = await runImport({
    source,
    web,
    choice: { ...choice, address, openOnly: !allRights },
    limit,
    dryRun,
    again,
    signal,
    onProgress: ({ done, total }) => bar.show(done, limit ?? total ?? done),
  }).finally(async () => {
    bar.end();
    await web.close();
  });
  if (json) printJson(summary);
  else console.log(importSummaryText(summary));
  if (!summary.finished || summary.counts.refused > 0) process.exitCode = exitCodes.problem;
}

function sourceLine({ name, title, choices }: Source): string {
  const words = choices.map((choice) => (choice === 'address' ? 'ADDRESS' : `--${choice}`));
  return `  ${name.padEnd(12)} ${title} (${words.join(', ')})`;
}
