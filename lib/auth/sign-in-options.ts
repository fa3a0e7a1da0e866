import { type DatabaseClient } from '@/lib/catalog/database';
import { sharedPersonId } from './person';
import { hasSharedPassword } from './shared-password';

/** By what people can sign in here. Neither: the site has not been set up yet. */
export interface SignInOptions {
  readonly accounts: boolean;
  readonly sharedPassword: boolean;
}

export async function signInOptions(db: DatabaseClient): Promise<SignInOptions> {
  const owner = await db.credential.findFirst({ where: { personId: { not: sharedPersonId } } });
  return { accounts: owner !== null, sharedPassword: await hasSharedPassword() };
}
