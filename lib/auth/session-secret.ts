import { randomBytes } from 'node:crypto';
import { settings } from '@/lib/platform/settings';
import { keepSecret, readSecret } from './secret-file';

const fileName = 'session-secret';

/**
 * What signs session cookies: SESSION_SECRET, which servers that share no data folder must share; else one that is
 * made once and kept in the data folder.
 */
export async function sessionSecret(): Promise<string> {
  const given = settings().sessionSecret;
  if (given !== null) return given;
  const kept = await readSecret(fileName);
  if (kept !== null) return kept;
  await keepSecret(fileName, randomBytes(32).toString('base64url'));
  const made = await readSecret(fileName);
  if (made === null) throw new Error(`the data folder does not keep the file ${fileName}`);
  return made;
}
