import { database } from '@/lib/catalog/database';
import { collectionRests, isCollectionResting, toldOfDatabase } from '@/lib/catalog/database-outage';
import { askSoon } from '@/lib/operations/ask-soon';
import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';

/** A visitor waits longer than a probe: the first page of all waits for the database to be opened. */
const patienceMs = 10_000;

/** Pages that have nothing to show without Postgres. */
const askingPages = /^\/($|admin$|browse$|live$|quality$|search$|works\/[^/]+$)/;

/** Why a page cannot be made of the collection now, asked before it is begun: null where Postgres answers. */
export async function restingProblemOf(pathname: string): Promise<Problem | null> {
  if (!askingPages.test(pathname)) return null;
  try {
    const ask = async () => (await database()).$queryRaw`SELECT 1`;
    await askSoon('pages of Postgres', ask, patienceMs);
    return null;
  } catch (error) {
    const told = toldOfDatabase(error);
    // No answer in time is as good as none.
    const problem = told instanceof Problem && isCollectionResting(told) ? told : collectionRests(error);
    log.warn({ reason: reasonOf(problem.cause) }, 'The collection rests');
    return problem;
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
