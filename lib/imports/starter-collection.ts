import { type Database, database } from '@/lib/catalog/database';
import { sampleSource } from '@/lib/catalog/sample-artworks.repository';
import { type ImportProgress, type ImportSummary } from './import-summary';
import { runImport } from './run-import';
import { clientFor } from './sources';
import { starter } from './sources/starter';

/**
 * Fetches the starter collection for a site that has no works but the samples, or goes on where an earlier call was
 * ended. A site with works of its own is left alone.
 *
 * @returns null when there was nothing to do
 */
export async function fetchStarterCollection(options: {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}): Promise<ImportSummary | null> {
  if (!(await isStarterWanted(await database()))) return null;
  const web = clientFor(starter);
  try {
    return await runImport({ source: starter, choice: { openOnly: true }, web, ...options });
  } finally {
    await web.close();
  }
}

async function isStarterWanted(db: Database): Promise<boolean> {
  const last = await db.importRun.findFirst({
    where: { source: starter.name },
    orderBy: { startedAt: 'desc' },
  });
  if (last !== null) return last.state !== 'finished';
  return (
    (await db.artwork.count({
      where: { OR: [{ collection: null }, { collection: { not: sampleSource } }] },
    })) === 0
  );
}
