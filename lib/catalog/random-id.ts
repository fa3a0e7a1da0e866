import { randomBytes } from 'node:crypto';

/** Lower case, without the letters that are misread: i, l, o, u. */
const base32 = '0123456789abcdefghjkmnpqrstvwxyz';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 10 characters, 50 random bits: short enough to read out; the table's key catches the rare collision. */
export function randomArtworkId(): string {
  return Array.from(randomBytes(10), (byte) => base32[byte % 32]).join('');
}

/** `m` and 11 characters, 55 random bits. */
export function randomMakerId(): string {
  return `m${Array.from(randomBytes(11), (byte) => base32[byte % 32]).join('')}`;
}

/** `q_` and 22 characters that carry 128 random bits: knowing the id is the right to see the picture. */
export function randomQueryId(): string {
  let rest = BigInt(`0x${randomBytes(16).toString('hex')}`);
  let id = '';
  while (id.length < 22) {
    id += base62[Number(rest % 62n)];
    rest /= 62n;
  }
  return `q_${id}`;
}
