import { database } from '@/lib/catalog/database';
import { collectionUnavailable, isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { isMarkKnown } from '@/lib/catalog/unchanged';
import { sharedWithTimeout } from '@/lib/operations/shared-with-timeout';
import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';

/** A visitor waits longer than a probe: the first page of all waits until the database is open. */
const timeoutMs = 10_000;

/** Pages that have nothing to show without Postgres. */
const pagesOfCollection = /^\/($|admin(\/.*)?$|browse$|live$|quality$|search$|works\/[^/]+(\/[^/]*)?$)/;

/** Why a page cannot read the collection now, found before it is rendered; null if Postgres answers. */
export async function unavailableProblemOf(pathname: string): Promise<Problem | null> {
  // The server has just had an answer for this request, if it knows what state the catalogue is in.
  if (!pagesOfCollection.test(pathname) || isMarkKnown()) return null;
  try {
    const ask = async () => (await database()).$queryRaw`SELECT 1`;
    await sharedWithTimeout('Postgres for pages', ask, timeoutMs);
    return null;
  } catch (error) {
    // No answer in time is as good as none.
    const problem =
      error instanceof Problem && isCollectionUnavailable(error) ? error : collectionUnavailable(error);
    log.warn({ reason: reasonOf(problem.cause) }, 'The collection is unavailable');
    return problem;
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
