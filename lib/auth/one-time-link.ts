import { randomBytes } from 'node:crypto';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { asAuthProblem } from './auth-problem';
import { authentication } from './authentication';
import { personOf } from './people.repository';
import { type Person } from './person';

const hourMs = 60 * 60 * 1000;
/** In place of a person, for the link that creates the first administrator. */
const firstAdministrator = 'first-administrator';

/** Hours that a link can be used for. */
export const linkHours = { invite: 7 * 24, reset: 24, setUp: 24 } as const;

/** Whom a link that can still be used is for; null for the first administrator, who has no account yet. */
export interface LinkPurpose {
  readonly person: Person | null;
}

/**
 * Makes a link by which a person sets a password once. Earlier links of the same person stop working. Only a hash is
 * kept, so the address can be shown now and never again.
 * @param personId null: for whoever becomes the first administrator
 * @returns the page's path with its token, 256 random bits
 */
export async function makeOneTimeLink(personId: string | null, hours: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const value = personId ?? firstAdministrator;
  await revokeOneTimeLinks(personId);
  const { internalAdapter } = await (await authentication()).$context;
  const expiresAt = new Date(Date.now() + hours * hourMs);
  await internalAdapter.createVerificationValue({ identifier: identifierOf(token), value, expiresAt });
  return `/admin/link?token=${token}`;
}

/** Makes a person's links useless; null: those for the first administrator. */
export async function revokeOneTimeLinks(personId: string | null): Promise<void> {
  await (await database()).oneTimeLink.deleteMany({ where: { value: personId ?? firstAdministrator } });
}

/** @throws Problem `gone` if the link was used, replaced or has expired, or there never was such a link */
export async function readOneTimeLink(token: string): Promise<LinkPurpose> {
  const { internalAdapter } = await (await authentication()).$context;
  const link = await internalAdapter.findVerificationValue(identifierOf(token)).catch(asAuthProblem);
  if (link === null || link.expiresAt <= new Date()) throw usedLink();
  if (link.value === firstAdministrator) return { person: null };
  const row = await (await database()).person.findUnique({ where: { id: link.value } });
  if (row === null || row.disabledAt !== null) throw usedLink();
  return { person: personOf(row) };
}

/** Spends a link without setting a password. @throws Problem `gone` unless this call is the one that spends it */
export async function spendOneTimeLink(token: string): Promise<void> {
  const { internalAdapter } = await (await authentication()).$context;
  const spent = await internalAdapter.consumeVerificationValue(identifierOf(token)).catch(asAuthProblem);
  if (spent === null) throw usedLink();
}

/** As better-auth names the token for `resetPassword`. */
const identifierOf = (token: string) => `reset-password:${token}`;

export function usedLink(): Problem {
  return new Problem(
    'gone',
    'This link cannot be used: it was used before, was replaced by a newer one, or has expired. Ask an administrator for a new link.',
  );
}
