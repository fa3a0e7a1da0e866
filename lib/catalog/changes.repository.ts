import { type Actor } from '@/lib/platform/actor';
import { currentActor } from '@/lib/platform/current-actor';
import {
  type Change,
  type ChangeAction,
  type ChangeFilter,
  type NewChange,
  type SubjectKind,
} from './change';
import { changedFields } from './changed-fields';
import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';
import { type Change as ChangeRow } from './prisma/client';

/**
 * Adds one entry to the audit log. Call it in the transaction that makes the change, so that neither exists without
 * the other.
 * @param db the transaction's client
 * @throws Error in a request that nobody was authorised for: call `requireRole` or `requireAccess` first
 */
export async function recordChange(db: DatabaseClient, change: NewChange): Promise<void> {
  await recordChanges(db, [change]);
}

/** As {@link recordChange}, for many changes at once. Updates that changed nothing are left out. */
export async function recordChanges(db: DatabaseClient, changes: readonly NewChange[]): Promise<void> {
  const actor = currentActor();
  if (actor === null) throw new Error('A change was about to be recorded of a request that nobody signed.');
  const rows = changes.flatMap(({ action, subject, before = null, after = null }) => {
    const fields = before === null && after === null ? { before, after } : changedFields(before, after);
    if (fields === null) return [];
    return {
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name,
      before: jsonColumn(fields.before),
      after: jsonColumn(fields.after),
    };
  });
  if (rows.length > 0) await db.change.createMany({ data: rows });
}

/** One page of the audit log, newest first, and how many entries there are in all. */
export async function listChanges(
  db: DatabaseClient,
  filter: ChangeFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ changes: Change[]; total: number }> {
  const where: Prisma.ChangeWhereInput = {
    subjectKind: filter.subject?.kind,
    subjectId: filter.subject?.id,
    actorKind: filter.actor?.kind,
    actorId: filter.actor?.id,
    actorName: filter.actor?.name,
    action: filter.action,
  };
  const [rows, total] = await Promise.all([
    db.change.findMany({ where, orderBy: { id: 'desc' }, skip: offset, take: limit }),
    db.change.count({ where }),
  ]);
  return { changes: rows.map(changeOf), total };
}

const actorsMax = 500;

/** Everyone who has changed something, by the name that they had last. */
export async function listActors(db: DatabaseClient): Promise<Actor[]> {
  return await db.$queryRaw<Actor[]>`
    SELECT DISTINCT ON (actor_kind, coalesce(actor_id, actor_name))
      actor_kind AS kind, actor_id AS id, actor_name AS name
    FROM changes ORDER BY actor_kind, coalesce(actor_id, actor_name), id DESC LIMIT ${actorsMax}::integer`;
}

function jsonColumn(fields: Record<string, unknown> | null) {
  return fields === null ? Prisma.DbNull : (fields as Prisma.InputJsonObject);
}

function changeOf(row: ChangeRow): Change {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actorKind as Change['actor']['kind'], id: row.actorId, name: row.actorName },
    action: row.action as ChangeAction,
    subject: { kind: row.subjectKind as SubjectKind, id: row.subjectId, name: row.subjectName },
    before: row.before as Change['before'],
    after: row.after as Change['after'],
  };
}
