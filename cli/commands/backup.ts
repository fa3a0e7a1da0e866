import { type Command } from 'commander';
import { backUp, type BackupSummary } from '@/lib/backup/backup';
import { counted } from '@/lib/platform/counted';
import { fileToWrite } from '../file-to-write';
import { exitCodes, printJson, stagedProgress } from '../output';
import { signalled } from '../signals';

const help = `
The site may go on while it is copied: the archive holds it as it was at one moment. It is a tar archive with the
database, the pictures, the settings without secrets, and the SHA-256 of each. Left out: who is signed in, passwords in
the environment, and visitors' uploaded pictures. Restore it with gafu restore.

--json prints: file · sizeBytes · rows · pictures · lostPictures: keys of pictures that the site itself has lost · seconds.
The exit code is 1 if pictures are lost.

Examples:
  gafu backup gafu-2026-11-26.tar
  DATABASE_URL=postgresql://gafu@db/gafu S3_BUCKET=pictures gafu backup /backups/gafu.tar`;

/** `gafu backup FILE [--json]` */
export function register(program: Command): void {
  program
    .command('backup')
    .description('Write the whole site into one file: database, pictures, settings without secrets')
    .argument('<file>', 'the archive to write; it must not be there yet')
    .option('--json', 'print a summary as JSON')
    .addHelpText('after', help)
    .action(async (file: string, { json }: { json?: boolean }) => {
      const bars = stagedProgress();
      const summary = await backUp({
        file: fileToWrite(file),
        version: program.version() ?? 'unknown',
        env: process.env,
        signal: signalled(),
        onProgress: bars.show,
      }).finally(bars.end);
      if (json) printJson(summary);
      else console.log(summaryText(summary));
      if (summary.lostPictures.length > 0) process.exitCode = exitCodes.problem;
    });
}

function summaryText({ file, sizeBytes, rows, pictures, lostPictures, seconds }: BackupSummary): string {
  const size = `${(sizeBytes / 1e6).toFixed(1)} MB`;
  const lines = [
    `${file} is written: ${counted(rows, 'row')}, ${counted(pictures, 'picture')}, ${size} in ${seconds.toFixed(1)} s.`,
  ];
  if (lostPictures.length > 0)
    lines.push(
      `The image store has lost ${counted(lostPictures.length, 'picture')}, or holds them damaged; their works are in the backup without them: ${lostPictures.slice(0, 5).join(', ')}${lostPictures.length > 5 ? ', …' : ''}`,
    );
  return lines.join('\n');
}
