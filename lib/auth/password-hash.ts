import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

const hashBytes = 32;
/** From OWASP's list of equivalent settings for scrypt: 32 MB of memory and about 0.3 s a check. */
const cost = { N: 2 ** 15, r: 8, p: 3 };

/** @returns `scrypt$N$r$p$salt$key`, salt and key in base64 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Takes the same time for every wrong password. @throws RangeError if `hash` is not of {@link hashPassword} */
export async function matchesHash(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash.split('$');
  const expected = Buffer.from(key, 'base64');
  if (expected.byteLength !== hashBytes) throw new RangeError('This is not the hash of a password.');
  const given = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), given), expected);
}

function derive(password: string, salt: Buffer, { N, r, p }: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>) {
  return new Promise<Buffer>((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
