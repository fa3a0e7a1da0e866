import { invitePerson } from '@/lib/auth/manage-people';
import { setPasswordByLink } from '@/lib/auth/own-account';
import { type Person, type Role } from '@/lib/auth/person';
import { type Scope } from '@/lib/auth/scope';
import { createToken } from '@/lib/auth/tokens.repository';
import { database } from '@/lib/catalog/database';

export const somePassword = 'a sentence nobody would guess';

/** The token of a one-time link, which its address ends with. */
export const tokenIn = (link: string) => new URL(link, 'http://gafu.test').searchParams.get('token') ?? '';

/** An account that can sign in with {@link somePassword}. */
export async function addPerson(name: string, role: Role): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`;
  const { link } = await invitePerson({ name, email, role });
  return setPasswordByLink(tokenIn(link), somePassword);
}

/** The text of a new API token. */
export async function addToken(
  person: Person,
  scopes: readonly Scope[],
  expiresAt = new Date(Date.now() + 60 * 60 * 1000),
): Promise<string> {
  const name = `for ${scopes.join(', ')}`;
  return (await createToken(await database(), { name, scopes, expiresAt, createdById: person.id })).text;
}
