import { createHash, randomBytes } from 'node:crypto';
import { type DatabaseClient } from '@/lib/catalog/database';
import { isScope, type Scope } from './scope';

/** A token as people see it: the token's own text is shown once and not kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
}

export interface NewToken extends Pick<ApiToken, 'name' | 'scopes' | 'expiresAt'> {
  readonly createdById: string;
}

/** Lets people and secret scanners see what it is. */
const prefix = 'gafu_';
const lastUsedStepMs = 60_000;
const withCreator = { createdBy: { select: { id: true, name: true, disabledAt: true } } } as const;

/** @returns the token and, for this once, its text: 256 random bits */
export async function createToken(
  db: DatabaseClient,
  { name, scopes, expiresAt, createdById }: NewToken,
): Promise<{ token: ApiToken; text: string }> {
  const text = `${prefix}${randomBytes(32).toString('base64url')}`;
  const id = randomBytes(8).toString('hex');
  const data = { id, name, scopes: [...scopes], expiresAt, createdById, hash: hashOf(text) };
  const row = await db.apiToken.create({ data, include: withCreator });
  return { token: tokenOf(row), text };
}

/** Newest first; those that have expired too. */
export async function listTokens(db: DatabaseClient): Promise<ApiToken[]> {
  const rows = await db.apiToken.findMany({
    include: withCreator,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(tokenOf);
}

/** @returns the token that was revoked; null if there is none with this id */
export async function revokeToken(db: DatabaseClient, id: string): Promise<ApiToken | null> {
  const row = await db.apiToken.findUnique({ where: { id }, include: withCreator });
  if (row === null) return null;
  await db.apiToken.deleteMany({ where: { id } });
  return tokenOf(row);
}

/** The token with this text; null if there is none, it has expired, or its creator's account is disabled. */
export async function findToken(
  db: DatabaseClient,
  text: string,
  now = new Date(),
): Promise<ApiToken | null> {
  if (!text.startsWith(prefix)) return null;
  const row = await db.apiToken.findUnique({ where: { hash: hashOf(text) }, include: withCreator });
  if (row === null || row.expiresAt <= now || row.createdBy.disabledAt !== null) return null;
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > lastUsedStepMs)
    await db.apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  return tokenOf(row);
}

/** A fast hash is enough: nobody can try 2^256 tokens. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function tokenOf(row: Omit<ApiToken, 'scopes'> & { scopes: string[] }): ApiToken {
  const { id, name, createdAt, expiresAt, lastUsedAt } = row;
  const createdBy = { id: row.createdBy.id, name: row.createdBy.name };
  return { id, name, scopes: row.scopes.filter(isScope), createdBy, createdAt, expiresAt, lastUsedAt };
}
