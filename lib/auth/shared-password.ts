import { createHash, timingSafeEqual } from 'node:crypto';
import { inTurn } from '@/lib/platform/in-turn';
import { settings } from '@/lib/platform/settings';
import { matchesHash } from './password-hash';
import { readSecret } from './secret-file';

/** Earlier versions made a password at their first start and kept its hash here. It goes on being accepted. */
const fileName = 'admin-password';

/** Whether anyone can sign in without an account of their own. */
export async function hasSharedPassword(): Promise<boolean> {
  return settings().adminPassword !== null || (await readSecret(fileName)) !== null;
}

/**
 * Whether this is ADMIN_PASSWORD or, if that is not set, the password of an earlier version's data folder. Takes the
 * same time for every wrong one. Hashes are checked one after the other, and clients take turns: guessers slow each
 * other down, and a curator waits for one of their guesses at most.
 */
export async function isSharedPassword(candidate: string, client?: string): Promise<boolean> {
  const { adminPassword } = settings();
  if (candidate.length > 1000) return false;
  if (adminPassword !== null) return timingSafeEqual(digest(candidate), digest(adminPassword));
  const hash = await readSecret(fileName);
  return hash !== null && inTurn('password', () => matchesHash(candidate, hash), client);
}

/** A text that changes with the shared password, so that sessions end when it changes; null if there is none. */
export async function sharedPasswordVersion(): Promise<string | null> {
  const basis = settings().adminPassword ?? (await readSecret(fileName));
  return basis === null ? null : digest(`gafu session ${basis}`).toString('base64url');
}

const digest = (text: string) => createHash('sha256').update(text.normalize('NFKC')).digest();
