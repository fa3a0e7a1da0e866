import { type Actor } from '@/lib/platform/actor';
import { type DatabaseClient } from './database';

/** What was typed into the form of a work and not saved. */
export interface WorkDraft {
  readonly id: string;
  readonly artworkId: string;
  /** The form's fields, by name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly savedAt: Date;
}

const keptDays = 30;

/** Ids are made by whoever shows the form: 8 to 64 letters, digits, `-` and `_`. */
export function isDraftId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{8,64}$/.test(id);
}

/** Keeps a draft, in place of an earlier one with its id; of others deletes those that are too old. */
export async function keepDraft(
  db: DatabaseClient,
  { id, artworkId, fields }: Omit<WorkDraft, 'savedAt'>,
  actor: Pick<Actor, 'kind' | 'id'>,
): Promise<void> {
  const owner = { artworkId, actorKind: actor.kind, actorId: actor.id };
  const saved = { fields: { ...fields }, savedAt: new Date() };
  await db.workDraft.deleteMany({ where: { savedAt: { lt: new Date(Date.now() - keptDays * 86_400_000) } } });
  const { count } = await db.workDraft.updateMany({ where: { id, ...owner }, data: saved });
  if (count === 0)
    await db.workDraft.createMany({ data: [{ id, ...owner, ...saved }], skipDuplicates: true });
}

export async function findDraft(
  db: DatabaseClient,
  artworkId: string,
  id: string,
): Promise<WorkDraft | null> {
  const row = await db.workDraft.findUnique({ where: { id, artworkId } });
  return row && { id, artworkId, savedAt: row.savedAt, fields: row.fields as WorkDraft['fields'] };
}

/** Drafts of a work by one curator, newest first. */
export async function listDrafts(
  db: DatabaseClient,
  artworkId: string,
  actor: Pick<Actor, 'kind' | 'id'>,
): Promise<Pick<WorkDraft, 'id' | 'savedAt'>[]> {
  return await db.workDraft.findMany({
    where: { artworkId, actorKind: actor.kind, actorId: actor.id },
    orderBy: { savedAt: 'desc' },
    select: { id: true, savedAt: true },
  });
}

export async function deleteDraft(db: DatabaseClient, artworkId: string, id: string): Promise<void> {
  await db.workDraft.deleteMany({ where: { id, artworkId } });
}
