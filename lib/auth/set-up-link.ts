import { database, inTransaction } from '@/lib/catalog/database';
import { linkHours, makeOneTimeLink } from './one-time-link';
import { hasAdministrator } from './people.repository';
import { hasSharedPassword } from './shared-password';

/**
 * Makes the link by which somebody becomes the first administrator; earlier ones stop working.
 * @returns its path; null if somebody can administer the site already, by an account or by the shared password
 */
export async function makeSetUpLink(): Promise<string | null> {
  if (await hasSharedPassword()) return null;
  if (await inTransaction(await database(), hasAdministrator)) return null;
  return makeOneTimeLink(null, linkHours.setUp);
}
