import { type Database } from '@/lib/catalog/database';
import { runIndexer } from '@/lib/search/elasticsearch/sync/run-indexer';
import { type IndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';

/** Runs the indexer as a worker does, until `end` is called. */
export function startIndexer(maintenance: IndexMaintenance): { end(): Promise<void> } {
  const ending = new AbortController();
  const running = runIndexer(maintenance, ending.signal);
  return {
    async end() {
      ending.abort();
      await running;
    },
  };
}

/** Waits until at most this many changes are due. @throws Error after `withinMs` */
export async function untilDue(db: Database, atMost: number, withinMs = 60_000): Promise<number> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    // Postgres does the sleeping, so that polling does not keep a core busy.
    const [row] = await db.$queryRaw<{ due: number }[]>`
      SELECT count(*)::integer AS due FROM index_changes, (SELECT pg_sleep(0.05)) AS pause WHERE due`;
    const due = row?.due ?? 0;
    if (due <= atMost) return due;
    if (performance.now() > deadline)
      throw new Error(`${due} changes are still due after ${withinMs / 1000} s`);
  }
}
