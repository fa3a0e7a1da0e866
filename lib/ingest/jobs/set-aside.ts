import { setArtworkState } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { beginTry, countTries, endTries } from '@/lib/catalog/job-control.repository';
import { processSingleton } from '@/lib/platform/process-singleton';
import { TogetherOrAlone } from '@/lib/platform/together-or-alone';
import { type JobResult } from './job-queue';

/** A picture that ends a process for the second time is set aside. */
const triesMax = 2;

/** What counts the tries of a picture, and what becomes of one that was tried too often. */
export interface Tries {
  count(): Promise<number>;
  /** Notes that it is in hand. */
  begin(): Promise<void>;
  /** Forgets earlier tries: the process has outlived it. */
  end(): Promise<void>;
  setAside(reason: string): Promise<void>;
}

/**
 * Runs `work` so that a picture which ends this whole process (a crash of the decoder, no memory left) is not tried for
 * ever: a note is kept while the work is in hand, and stays if the process dies. A picture with a note was in hand when
 * one died, maybe beside the one at fault; it is tried once more with nothing beside it, and set aside if it then ends
 * the process again.
 */
export async function setAsideAfterCrashes(tries: Tries, work: () => Promise<JobResult>): Promise<JobResult> {
  const before = await tries.count();
  if (before >= triesMax) {
    const reason = `The worker ended ${before} times while it had this picture in hand, so the picture was set aside. Try again, or replace it.`;
    await tries.setAside(reason);
    await tries.end();
    return { status: 'failed', reason };
  }
  const turns = processSingleton('extraction-turns', () => new TogetherOrAlone());
  return await turns[before === 0 ? 'together' : 'alone'](async () => {
    await tries.begin();
    try {
      return await work();
    } finally {
      // If Postgres is gone, the note stays and the picture is tried alone; what was thrown matters more.
      await tries.end().catch(() => undefined);
    }
  });
}

/** The tries to embed a work. */
export async function extractionTries(artworkId: string): Promise<Tries> {
  const db = await database();
  return {
    count: () => countTries(db, artworkId),
    begin: () => beginTry(db, artworkId),
    end: () => endTries(db, [artworkId]),
    setAside: async (reason) => void (await setArtworkState(db, artworkId, 'failed', reason)),
  };
}
