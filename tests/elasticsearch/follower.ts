import { type Database } from '@/lib/catalog/database';
import { keepFollowing } from '@/lib/search/elasticsearch/sync/run-indexer';
import { type Upkeep } from '@/lib/search/elasticsearch/sync/maintenance';

/** Follows as a worker does, until it is ended. */
export function startFollowing(upkeep: Upkeep): { end(): Promise<void> } {
  const ending = new AbortController();
  const following = keepFollowing(upkeep, ending.signal);
  return {
    async end() {
      ending.abort();
      await following;
    },
  };
}

/** Waits until so many changes or fewer are due. @throws Error after `withinMs` */
export async function untilDue(db: Database, atMost: number, withinMs = 60_000): Promise<number> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    // The pause is Postgres', so that asking again does not keep a core busy.
    const [row] = await db.$queryRaw<{ due: number }[]>`
      SELECT count(*)::integer AS due FROM index_changes, (SELECT pg_sleep(0.05)) AS pause WHERE due`;
    const due = row?.due ?? 0;
    if (due <= atMost) return due;
    if (performance.now() > deadline) throw new Error(`After ${withinMs / 1000} s ${due} changes are due`);
  }
}
