import { currentRequest, oncePerRequest } from '@/lib/platform/request-context';
import { type DatabaseClient } from './database';

/**
 * A state of the catalogue: transactions from `xmin` on may have been unfinished, the last change was by `last`, and
 * `spaces` are searched in.
 */
export interface CatalogueMark {
  readonly xmin: bigint;
  readonly last: bigint;
  readonly spaces: string;
}

/** Spaces as {@link CatalogueMark.spaces} names them. */
export function markedSpaces(ids: readonly string[]): string {
  return ids.toSorted().join(' ');
}

/** Whether what was read when the catalogue was as `known` says still holds as it is now. */
export function isUnchangedSince(
  known: Pick<CatalogueMark, 'xmin' | 'spaces'>,
  { last, spaces }: CatalogueMark,
): boolean {
  return last < known.xmin && spaces === known.spaces;
}

/** Reads the state of the catalogue as it is after the call. */
export async function catalogueMark(db: DatabaseClient): Promise<CatalogueMark> {
  const [row] = await db.$queryRaw<{ xmin: string; last: string | null; spaces: string | null }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, greatest(
      (SELECT changed_xid FROM index_changes ORDER BY changed_xid DESC NULLS LAST LIMIT 1),
      (SELECT removed_xid FROM removed_artworks ORDER BY removed_xid DESC NULLS LAST LIMIT 1))::text AS last,
      (SELECT string_agg(space_id, ' ' ORDER BY space_id COLLATE "C") FROM live_spaces) AS spaces`;
  return { xmin: BigInt(row?.xmin ?? 0), last: BigInt(row?.last ?? 0), spaces: row?.spaces ?? '' };
}

const ofRequest = 'state of the catalogue';

/**
 * The state of the catalogue as it was after the request began, read once for all that answers it. A request that may
 * change works, and work outside a request, reads it each time.
 */
export function currentMark(db: DatabaseClient): Promise<CatalogueMark> {
  const { method = '' } = currentRequest() ?? {};
  const read = () => catalogueMark(db);
  return ['GET', 'HEAD'].includes(method) ? oncePerRequest(ofRequest, read) : read();
}

/** Has all that answers this request use a mark that was read since it began. */
export function giveMark(mark: CatalogueMark): void {
  void oncePerRequest(ofRequest, () => Promise.resolve(mark));
}

/** Has what answers this request from now on read a new mark: what it did by the last one turned out to be of the past. */
export function forgetMark(): void {
  currentRequest()?.made.delete(ofRequest);
}

/** Whether the mark of this request is known, or being read. */
export function isMarkKnown(): boolean {
  return currentRequest()?.made.has(ofRequest) ?? false;
}

interface Kept extends Pick<CatalogueMark, 'xmin' | 'spaces'> {
  readonly value: Promise<unknown>;
}

const keptMax = 200;
const keptOf = new WeakMap<DatabaseClient, Map<string, Kept>>();

/**
 * Caches what `find` reads from the catalogue, by key, until any process adds, changes or removes a work, or other
 * spaces are searched in. Exact: a result is kept with the oldest transaction that was unfinished when reading began,
 * and used only while the last change to any work is older than that.
 */
export async function whileUnchanged<T>(db: DatabaseClient, key: string, find: () => Promise<T>): Promise<T> {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const mark = await currentMark(db);
  const known = kept.get(key);
  // Set again at the end, so that the least recently used key is dropped first.
  kept.delete(key);
  if (known !== undefined && isUnchangedSince(known, mark)) {
    kept.set(key, known);
    return (await known.value) as T;
  }
  const value = find();
  value.catch(() => kept.delete(key));
  kept.set(key, { xmin: mark.xmin, spaces: mark.spaces, value });
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return await value;
}
