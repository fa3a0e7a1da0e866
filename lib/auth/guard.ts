import { database } from '@/lib/catalog/database';
import { type Actor } from '@/lib/platform/actor';
import { Problem } from '@/lib/platform/problem';
import { currentRequest } from '@/lib/platform/request-context';
import { includesRole, type Person, type Role, sharedPersonId } from './person';
import { type Scope } from './scope';
import { type CookieJar, findSignedIn, type SignedIn } from './session';
import { type ApiToken, findToken } from './tokens.repository';

/**
 * Checks that these cookies are of somebody with the role. From then on the request acts in that person's name, and is
 * not counted against visitors' shares.
 * @throws Problem `unauthenticated` if nobody is signed in, `forbidden` for too small a role; as {@link findSignedIn}
 */
export async function requireRole(cookies: CookieJar, role: Role): Promise<SignedIn> {
  const signedIn = await findSignedIn(cookies);
  if (signedIn === null)
    throw new Problem(
      'unauthenticated',
      'Only curators may do this: sign in with the curator password, or with your own account, at /admin.',
    );
  if (!includesRole(signedIn.person.role, role))
    throw new Problem(
      'forbidden',
      `This needs the role ${role}, and ${signedIn.person.name} has the role ${signedIn.person.role}. An administrator can change roles.`,
    );
  actAs(actorOfPerson(signedIn.person));
  return signedIn;
}

/**
 * Checks an API token. From then on the request acts in the token's name.
 * @param authorization the header's value
 * @throws Problem `unauthenticated` for no token or one that is not valid, `forbidden` if it lacks the scope
 */
export async function requireScope(authorization: string | null, scope: Scope): Promise<ApiToken> {
  const text = bearerToken(authorization);
  if (text === null)
    throw new Problem(
      'unauthenticated',
      `This needs an API token with the scope ${scope}: Authorization: Bearer <token>. An administrator makes tokens at /admin/tokens.`,
    );
  const token = await validToken(text);
  if (!token.scopes.includes(scope))
    throw new Problem(
      'forbidden',
      `This needs a token with the scope ${scope}, and the token "${token.name}" has ${token.scopes.join(', ')}.`,
      { scope, scopes: token.scopes },
    );
  actAs({ kind: 'token', id: token.id, name: token.name });
  return token;
}

/**
 * Whether a request that needs no token shows one with this scope, and so may see more. A token without it sees what
 * everyone sees.
 * @throws Problem `unauthenticated` for a token that is not valid
 */
export async function showsScope(authorization: string | null, scope: Scope): Promise<boolean> {
  const text = bearerToken(authorization);
  if (text === null) return false;
  const token = await validToken(text);
  actAs({ kind: 'token', id: token.id, name: token.name });
  return token.scopes.includes(scope);
}

async function validToken(text: string): Promise<ApiToken> {
  const token = await findToken(await database(), text);
  if (token !== null) return token;
  throw new Problem(
    'unauthenticated',
    'This API token is not valid: it is mistyped, has expired or was revoked. An administrator makes tokens at /admin/tokens.',
  );
}

/** The token of a header `Authorization: Bearer …`; null if there is none. */
export function bearerToken(authorization: string | null): string | null {
  return /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

export function actorOfPerson({ id, name }: Person): Actor {
  return id === sharedPersonId ? { kind: 'shared-password', id: null, name } : { kind: 'person', id, name };
}

/** From now on the request that is being answered acts in this name. */
export function actAs(actor: Actor): void {
  const request = currentRequest();
  if (request) request.actor = actor;
}
