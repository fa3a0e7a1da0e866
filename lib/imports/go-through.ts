import { updateImportRun } from '@/lib/catalog/import-runs.repository';
import { findIdsDoneBy } from '@/lib/catalog/imports.repository';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { Problem } from '@/lib/platform/problem';
import { bringIn, type Importing, ownerOf, postpone } from './bring-in';
import { type SourceItem } from './record';
import { type ImportOptions } from './import-options';

/** How going through a list ended. */
export interface ListEnd {
  /** Nothing is left to do: the list or the limit was reached. */
  readonly isDone: boolean;
  /** Every record of the list was dealt with. */
  readonly isComplete: boolean;
  /** Why it could not go on. */
  readonly problem: string | null;
  readonly total: number | null;
}

/** Records in hand at once: while one picture is on its way, others are decoded and stored. */
const lanes = 4;
/** A dry run reads no more works one by one than this, unless a limit says so. */
const dryRunMax = 100;
/** So many failures in a row are the host's, not the picture's. */
const failuresMax = 5;

/** Goes through the pages of a list, beginning with the one that was in hand. @throws what is not the source's fault */
export async function goThrough(options: ImportOptions, importing: Importing): Promise<ListEnd> {
  const { source, choice, signal } = options;
  const { db, run, client, dryRun, tally } = importing;
  const limit = options.limit ?? (dryRun && source.read !== undefined ? dryRunMax : Infinity);
  const left = options.only === undefined ? null : new Set(options.only);
  let { cursor, total } = run;
  /** By the museum whose records they are: a list may be drawn from several. */
  const failuresInARow = new Map<string, number>();
  const unreachable = new Map<string, string>();
  const end = (isDone: boolean, problem: string | null = null): ListEnd => ({
    isDone,
    isComplete: isDone && tally.works < limit && tally.postponed.length === 0,
    problem,
    total,
  });

  async function take(item: SourceItem): Promise<void> {
    const owner = ownerOf(item, source);
    const known = unreachable.get(owner);
    if (known !== undefined) return postpone(item, importing, known);
    try {
      const outcome = await bringIn(item, importing);
      failuresInARow.delete(owner);
      if (outcome !== null) tally.count(outcome);
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error;
      await postpone(item, importing, error.message);
      const failures = (failuresInARow.get(owner) ?? 0) + 1;
      failuresInARow.set(owner, failures);
      if (failures >= failuresMax && owner === source.name) throw error;
      // The other museums of the list are not to blame.
      if (failures >= failuresMax) unreachable.set(owner, error.message);
    }
    const { refused, vanished } = tally.all;
    options.onProgress?.({ done: tally.works + refused + vanished, total, counts: tally.all });
  }

  try {
    if (left !== null && !dryRun) for (const id of await findIdsDoneBy(db, run.id)) left.delete(id);
    do {
      const page = await source.list(choice, cursor, client);
      total = options.only?.size ?? page.total ?? total;
      if (!dryRun) await updateImportRun(db, run.id, { total });
      const waiting = page.items.filter(({ id }) => left?.delete(id) ?? true);
      while (waiting.length > 0) {
        if (signal?.aborted) return end(false);
        const room = limit - tally.works;
        if (room <= 0) return end(true);
        const settled = await Promise.allSettled(waiting.splice(0, Math.min(lanes, room)).map(take));
        const failed = settled.find((one) => one.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
      }
      if (page.next !== null && page.next === cursor)
        throw new Problem('unavailable', `${source.title} gives the same page again and again.`);
      cursor = left?.size === 0 ? null : page.next;
      if (!dryRun && cursor !== null) await updateImportRun(db, run.id, { cursor });
    } while (cursor !== null && tally.works < limit && !signal?.aborted);
    const [problem = null] = unreachable.values();
    return end(!signal?.aborted && problem === null, problem);
  } catch (error) {
    if (signal?.aborted) return end(false);
    if (!(error instanceof FetchProblem)) throw error;
    return end(false, error.message);
  }
}
