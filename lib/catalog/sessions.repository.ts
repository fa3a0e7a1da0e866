import { randomBytes } from 'node:crypto';
import { type DatabaseClient } from './database';

/** Begins a session, and deletes those that have expired. @returns its id: 22 characters that carry 128 random bits */
export async function createSession(db: DatabaseClient, expiresAt: Date): Promise<string> {
  const id = randomBytes(16).toString('base64url');
  await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  await db.session.create({ data: { id, expiresAt } });
  return id;
}

/** Whether the session has begun, and has neither ended nor expired. */
export async function isSessionOpen(db: DatabaseClient, id: string, now = new Date()): Promise<boolean> {
  const row = await db.session.findUnique({ where: { id } });
  return row !== null && row.expiresAt > now;
}

/** Does nothing if there is no such session. */
export async function endSession(db: DatabaseClient, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } });
}
