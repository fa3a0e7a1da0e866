import { type CodePoints } from './coded-colour';

interface Chunk {
  readonly type: string;
  /** Where its body begins. */
  readonly start: number;
  readonly length: number;
}

function* chunksOf(file: Buffer): Generator<Chunk> {
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    yield { type: file.toString('latin1', at + 4, at + 8), start: at + 8, length };
    at += length + 12;
  }
}

const whole = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The code points of a PNG's `cICP` chunk (PNG third edition, 11.3.2.6); null when it has none. */
export function pngCodePoints(bytes: Uint8Array): CodePoints | null {
  const file = whole(bytes);
  for (const { type, start } of chunksOf(file)) {
    if (type === 'IDAT') return null;
    if (type === 'cICP') return { primaries: file[start] ?? 0, transfer: file[start + 1] ?? 0 };
  }
  return null;
}

/** Whether the file ends before its `IEND` chunk. */
export function isPngCutShort(bytes: Uint8Array): boolean {
  const file = whole(bytes);
  for (const { type, start, length } of chunksOf(file)) {
    if (start + length + 4 > file.length) return true;
    if (type === 'IEND') return false;
  }
  return true;
}
