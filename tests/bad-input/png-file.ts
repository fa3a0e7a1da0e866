import { crc32, deflateSync } from 'node:zlib';

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.byteLength, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** An `IHDR`; colour type 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
export function pngHeader(width: number, height: number, bitDepth = 8, colourType = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, 0], 8);
  return pngChunk('IHDR', header);
}

/** An `iCCP` chunk. */
export function pngProfile(profile: Buffer): Buffer {
  return pngChunk('iCCP', Buffer.concat([Buffer.from('profile\0\0'), deflateSync(profile)]));
}

/** A PNG of 8- or 16-bit samples. @param rows big-endian samples, row-major, without filter bytes */
export function pngFile(
  {
    width,
    height,
    bitDepth,
    colourType,
  }: { width: number; height: number; bitDepth: 8 | 16; colourType: number },
  rows: Buffer,
  chunks: readonly Buffer[] = [],
): Buffer {
  const stride = rows.length / height;
  const filtered = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) rows.copy(filtered, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  return Buffer.concat([
    pngSignature,
    pngHeader(width, height, bitDepth, colourType),
    ...chunks,
    pngChunk('IDAT', deflateSync(filtered)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
