import { setArtworkState } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { beginTry, countTries, endTries } from '@/lib/catalog/job-control.repository';
import { processSingleton } from '@/lib/platform/process-singleton';
import { TogetherOrAlone } from '@/lib/platform/together-or-alone';
import { type JobResult } from './job-queue';

/** A picture that ends a process for the second time is set aside. */
const triesMax = 2;

/**
 * Runs `work` so that a picture which ends this whole process (a crash of the decoder, no memory left) is not tried for
 * ever: a note is kept while the work is in hand, and stays if the process dies. A work with a note was in hand when
 * one died, maybe beside the one at fault; it is tried once more with nothing beside it, and set aside if it then ends
 * the process again.
 */
export async function setAsideAfterCrashes(
  artworkId: string,
  work: () => Promise<JobResult>,
): Promise<JobResult> {
  const db = await database();
  const tries = await countTries(db, artworkId);
  if (tries >= triesMax) {
    const reason = `The worker ended ${tries} times while it had this picture in hand, so the picture was set aside. Try again, or replace it.`;
    await setArtworkState(db, artworkId, 'failed', reason);
    await endTries(db, [artworkId]);
    return { status: 'failed', reason };
  }
  const turns = processSingleton('extraction-turns', () => new TogetherOrAlone());
  return await turns[tries === 0 ? 'together' : 'alone'](async () => {
    await beginTry(db, artworkId);
    try {
      return await work();
    } finally {
      // If Postgres is gone, the note stays and the work is tried alone; what was thrown matters more.
      await endTries(db, [artworkId]).catch(() => undefined);
    }
  });
}
