import { randomUUID } from 'node:crypto';
import { type Actor } from '@/lib/platform/actor';
import { processIdentity } from '@/lib/platform/process-identity';
import { type DatabaseClient } from './database';
import { type ImportRun as ImportRunRow, Prisma } from './prisma/client';

/**
 * `waiting`: a worker is to take it. `stopped`: it was ended, or could not go on. Both, and `paused`, go on where they
 * were. `cancelled`: a curator wants no more of it.
 */
export const importStates = ['waiting', 'running', 'paused', 'stopped', 'cancelled', 'finished'] as const;
export type ImportState = (typeof importStates)[number];

export interface ImportRun extends Omit<ImportRunRow, 'state' | 'startedBy'> {
  readonly state: ImportState;
  readonly startedBy: Actor | null;
}

/** A list of a source: the same source and request mean the same list. */
export interface ListedWorks {
  readonly source: string;
  readonly request: string;
}

const over: readonly ImportState[] = ['cancelled', 'finished'];

/** Whether there is nothing left to do: the next run of the list is another one. */
export function isOver({ state }: Pick<ImportRun, 'state'>): boolean {
  return over.includes(state);
}

export async function findImportRun(db: DatabaseClient, id: string): Promise<ImportRun | null> {
  const row = await db.importRun.findUnique({ where: { id } });
  return row === null ? null : runOf(row);
}

/** The last run of a list; without `request`, of any list of the source. */
export async function findLastImportRun(
  db: DatabaseClient,
  { source, request }: Pick<ListedWorks, 'source'> & Partial<ListedWorks>,
): Promise<ImportRun | null> {
  const row = await db.importRun.findFirst({ where: { source, request }, orderBy: { startedAt: 'desc' } });
  return row === null ? null : runOf(row);
}

/** The newest first. */
export async function listImportRuns(
  db: DatabaseClient,
  { states, limit }: { readonly states: readonly ImportState[]; readonly limit: number },
): Promise<ImportRun[]> {
  const rows = await db.importRun.findMany({
    where: { state: { in: [...states] } },
    orderBy: { startedAt: 'desc' },
    take: limit,
  });
  return rows.map(runOf);
}

export async function createImportRun(
  db: DatabaseClient,
  run: ListedWorks & Partial<Pick<ImportRun, 'state' | 'cursor' | 'worksMax' | 'startedBy'>>,
): Promise<ImportRun> {
  const { startedBy = null, ...columns } = run;
  const data = {
    ...columns,
    id: randomUUID(),
    startedBy: startedBy === null ? Prisma.DbNull : { ...startedBy },
  };
  return runOf(await db.importRun.create({ data }));
}

/**
 * The run to work on: the last one of this list if something is left to do, else a new one. Only whoever holds the
 * lock of the list (lib/imports/list-lock.ts) may take it.
 *
 * @param again begin a new run even so
 */
export async function takeImportRun(
  db: DatabaseClient,
  list: ListedWorks,
  { again = false } = {},
): Promise<ImportRun> {
  const last = await findLastImportRun(db, list);
  const isNew = last === null || isOver(last) || again;
  const { id } = isNew ? await createImportRun(db, list) : last;
  const data = { state: 'running', holder: processIdentity(), problem: null, updatedAt: new Date() };
  return runOf(await db.importRun.update({ where: { id }, data }));
}

type RunChange = Pick<
  Prisma.ImportRunUpdateInput,
  'cursor' | 'total' | 'state' | 'problem' | 'finishedAt' | 'worksMax' | 'counts'
>;

/** @param from only if it is in one of these states @returns false if it is not */
export async function updateImportRun(
  db: DatabaseClient,
  id: string,
  data: RunChange,
  from: readonly ImportState[] = importStates,
): Promise<boolean> {
  const where = { id, state: { in: [...from] } };
  const { count } = await db.importRun.updateMany({ where, data: { ...data, updatedAt: new Date() } });
  return count === 1;
}

function runOf(row: ImportRunRow): ImportRun {
  return { ...row, state: row.state as ImportState, startedBy: row.startedBy as Actor | null };
}
