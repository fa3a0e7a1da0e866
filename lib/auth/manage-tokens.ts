import { z } from 'zod';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { type Scope, scopes } from './scope';
import { type SignedIn } from './session';
import { tokenDays } from './token-days';
import { type ApiToken, createToken, revokeToken } from './tokens.repository';

const dayMs = 24 * 60 * 60 * 1000;

const days = `must be one of ${tokenDays.join(', ')}`;
const newToken = z.object({
  name: z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1, 'is missing').max(100, 'may have at most 100 characters')),
  scopes: z
    .array(z.enum(scopes, `must be one of ${scopes.join(', ')}`))
    .min(1, 'are missing: choose at least one'),
  days: z.coerce.number(days).refine((value) => tokenDays.some((allowed) => allowed === value), days),
});

export interface NewTokenFields {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: string;
}

/** @returns the token's text, to be shown once @throws Problem `invalid-request` that names every bad field */
export async function makeToken(
  { person }: SignedIn,
  fields: NewTokenFields,
): Promise<{ token: ApiToken; text: string }> {
  const parsed = newToken.safeParse(fields);
  if (!parsed.success) {
    const told = parsed.error.issues.map(({ path, message }) => `The token’s ${String(path[0])} ${message}`);
    throw new Problem('invalid-request', `${told.join('. ')}.`);
  }
  const { name, scopes: allowed, days } = parsed.data;
  return inTransaction(await database(), async (transaction) => {
    const expiresAt = new Date(Date.now() + days * dayMs);
    const made = await createToken(transaction, { name, scopes: allowed, expiresAt, createdById: person.id });
    const after = { name, scopes: allowed satisfies Scope[], expiresAt };
    await recordChange(transaction, { action: 'create', subject: tokenSubject(made.token), after });
    return made;
  });
}

/** The token stops working at once. @throws Problem `not-found` */
export async function endToken(id: string): Promise<void> {
  await inTransaction(await database(), async (transaction) => {
    const token = await revokeToken(transaction, id);
    if (token === null)
      throw new Problem('not-found', `There is no token "${id}". It may be revoked already.`);
    const { name, scopes: had, expiresAt } = token;
    const before = { name, scopes: had, expiresAt };
    await recordChange(transaction, { action: 'revoke', subject: tokenSubject(token), before });
  });
}

const tokenSubject = ({ id, name }: ApiToken) => ({ kind: 'token', id, name }) as const;
