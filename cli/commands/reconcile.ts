import { type Command } from 'commander';
import { reconcile, type Reconciliation } from '@/lib/search/elasticsearch/sync/reconcile';
import { withIndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { exitCodes, printJson, printRows } from '../output';

interface ReconcileOptions {
  readonly repair?: boolean;
  readonly json?: boolean;
}

/** `gafu reconcile [--repair] [--json]` */
export function register(program: Command): void {
  program
    .command('reconcile')
    .description(
      'Compare the Elasticsearch index with Postgres: works, versions, and the spaces of their vectors. The exit code is 1 if they differ',
    )
    .option('--repair', 'write what is missing or outdated to the index, or build it if there is none')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  gafu reconcile\n  gafu reconcile --repair --json')
    .action(async ({ repair = false, json = false }: ReconcileOptions) => {
      const found = await withIndexMaintenance((maintenance) => reconcile(maintenance, { repair }));
      if (json) printJson(found);
      else printRows(rowsOf(found));
      if (!found.agree) process.exitCode = exitCodes.problem;
    });
}

function rowsOf({ index, spaces, works, waiting, differences, agree }: Reconciliation): [string, string][] {
  const names = (of: typeof spaces.live) => Object.values(of).join(', ') || 'none';
  return [
    ['Index', index ?? 'none'],
    ['Spaces', `${names(spaces.index)}; live are ${names(spaces.live)}`],
    ['Works', `${works.postgres} in Postgres, ${works.index} in the index`],
    ['Waiting', `${waiting} not yet written to the index`],
    [
      'Different',
      Object.entries(differences)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', '),
    ],
    ['Result', agree ? 'they agree' : 'they differ: gafu reconcile --repair'],
  ];
}
