import { type DatabaseClient } from '@/lib/catalog/database';

/** A browser on which a person is signed in. */
export interface OpenSession {
  readonly id: string;
  /** As the browser names itself; null if it does not. */
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A person's sessions that have not expired, newest first. */
export async function listSessions(
  db: DatabaseClient,
  personId: string,
  now = new Date(),
): Promise<OpenSession[]> {
  const rows = await db.session.findMany({
    where: { personId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
    id,
    userAgent: userAgent || null,
    createdAt,
    expiresAt,
  }));
}
