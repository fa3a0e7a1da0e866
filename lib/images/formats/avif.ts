import { type CodePoints } from './coded-colour';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Whether an AVIF is a sequence (brand `avis`) and not a still picture. */
export function isAvifSequence(bytes: Uint8Array): boolean {
  const size = Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
  const brands = ascii(bytes, 8, Math.min(size, 256));
  return [...brands.matchAll(/.{4}/gs)].map(([brand]) => brand).includes('avis');
}

/** The file's properties stand at its front, before the pixels. */
const propertiesBytesMax = 2 ** 16;

/** The code points of an AVIF's `colr` property (ISO/IEC 14496-12, 12.1.5); null when it has none. */
export function avifCodePoints(bytes: Uint8Array): CodePoints | null {
  const front = Buffer.from(bytes.subarray(0, propertiesBytesMax));
  const at = front.indexOf('colrnclx', 0, 'latin1');
  if (at === -1 || at + 14 > front.length) return null;
  return { primaries: front.readUInt16BE(at + 8), transfer: front.readUInt16BE(at + 10) };
}

/** Whether a box of the file says that it is longer than what is there. */
export function isAvifCutShort(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < file.length) {
    if (at + 8 > file.length) return true;
    let size = file.readUInt32BE(at);
    if (size === 0) return false;
    if (size === 1) size = at + 16 > file.length ? 16 : Number(file.readBigUInt64BE(at + 8));
    if (size < 8) return false;
    at += size;
  }
  return at > file.length;
}
