import path from 'node:path';
import { type Command } from 'commander';
import { restore, type RestoreSummary } from '@/lib/backup/restore';
import { type ResumedWork, resumeWork } from '@/lib/backup/resume-work';
import { forgetUnfinishedSamples } from '@/lib/ingest/sample-collection';
import { counted } from '@/lib/platform/counted';
import { settings } from '@/lib/platform/settings';
import { printJson, stagedProgress } from '../output';
import { takeDataFolder } from '../start/start-lock';

interface RestoreArguments {
  readonly replace?: boolean;
  readonly json?: boolean;
}

const help = `
End the site first: gafu start, or its web servers and workers. The archive is read to its end and checked before
anything is changed, and the database is changed in one transaction, so a restore that fails leaves the site as it was.
Where the database and the pictures are does not matter: a backup of one machine with its own Postgres and folder can be
restored to DATABASE_URL and S3_BUCKET, and the other way round. Settings are not changed; compare them with
tar -xOf FILE settings.env. Sign in with the passwords of this site's environment.

Examples:
  gafu restore gafu-2026-11-26.tar
  gafu restore gafu-2026-11-26.tar --replace`;

/** `gafu restore FILE [--replace] [--json]` */
export function register(program: Command): void {
  program
    .command('restore')
    .description('Make this site the one that gafu backup has written to a file')
    .argument('<file>', 'what gafu backup has written')
    .option('--replace', 'remove the works that this site holds; without it, only an empty site is restored')
    .option('--json', 'print a summary as JSON')
    .addHelpText('after', help)
    .action(run);
}

async function run(file: string, { replace = false, json }: RestoreArguments): Promise<void> {
  const release = takeDataFolder(settings().dataDir);
  const bars = stagedProgress();
  try {
    const summary = await restore({ file: path.resolve(file), replace, onProgress: bars.show }).finally(
      bars.end,
    );
    await forgetUnfinishedSamples();
    const resumed = await resumeWork();
    if (json) printJson({ ...summary, ...resumed });
    else console.log(summaryText(summary, resumed));
  } finally {
    release();
  }
}

function summaryText(
  { createdAt, gafu, works, pictures, lostPictures, migrations, seconds }: RestoreSummary,
  { pending, index }: ResumedWork,
): string {
  return [
    `Restored the backup of ${createdAt} (Gafu ${gafu}): ${counted(works, 'work')}, ${counted(pictures, 'picture')} in ${seconds.toFixed(1)} s.`,
    ...(migrations.length > 0 ? [`Its database was brought up to date: ${migrations.join(', ')}.`] : []),
    ...(lostPictures > 0
      ? [`${counted(lostPictures, 'picture')} were lost before the backup was made. Upload them again.`]
      : []),
    ...(pending > 0
      ? [`${counted(pending, 'work')} still wait for their features; a worker goes on with them.`]
      : []),
    ...(index === 'unreachable'
      ? ['Elasticsearch cannot be reached. When it can, run gafu reconcile --repair.']
      : []),
  ].join('\n');
}
