import { createHash, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { inTurn } from '@/lib/platform/in-turn';
import { settings } from '@/lib/platform/settings';
import { keepSecret, readSecret } from './secret-file';

const fileName = 'admin-password';
/** Letters and digits that are not taken for each other (Crockford's base 32): 5 bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const hashBytes = 32;
/** From OWASP's list of equivalent settings for scrypt: 32 MB of memory and about 0.3 s a check. */
const cost = { N: 2 ** 15, r: 8, p: 3 };

function derive(password: string, salt: Buffer, { N, r, p }: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>) {
  return new Promise<Buffer>((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

async function matchesHash(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash.split('$');
  const expected = Buffer.from(key, 'base64');
  if (expected.byteLength !== hashBytes)
    throw new Error(`the file ${fileName} in the data folder is damaged`);
  const actual = await derive(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(actual, expected);
}

const digest = (text: string) => createHash('sha256').update(text.normalize('NFKC')).digest();

/** Four groups of four characters, 80 bits: short enough to be typed, too many to be guessed. */
function generatePassword(): string {
  const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]);
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/**
 * Makes sure that there is a password: ADMIN_PASSWORD if it is set, else the one kept from an earlier start,
 * else a new one, of which only the scrypt hash is kept (data folder, `admin-password`, mode 0600).
 *
 * @returns the new password, to be shown once; null when there was one already
 */
export async function ensureAdminPassword(): Promise<{ generated: string | null }> {
  if (settings().adminPassword !== null || (await readSecret(fileName)) !== null) return { generated: null };
  const password = generatePassword();
  const kept = await keepSecret(fileName, await hashPassword(password));
  return { generated: kept ? password : null };
}

/**
 * Whether this is the curator's password; takes the same time for every wrong one. Passwords are checked one after the
 * other, clients taking turns: guessers slow each other down, and a curator waits for one of their guesses at most.
 */
export async function isAdminPassword(candidate: string, client?: string): Promise<boolean> {
  const { adminPassword } = settings();
  if (candidate.length > 1000) return false;
  if (adminPassword !== null) return timingSafeEqual(digest(candidate), digest(adminPassword));
  const hash = await readSecret(fileName);
  return hash !== null && inTurn('password', () => matchesHash(candidate, hash), client);
}

/** A text that changes with the password, so that a session can end with it. Not secret by itself once signed. */
export async function passwordVersion(): Promise<string | null> {
  const { adminPassword } = settings();
  const basis = adminPassword ?? (await readSecret(fileName));
  return basis === null ? null : digest(`gafu session ${basis}`).toString('base64url');
}
