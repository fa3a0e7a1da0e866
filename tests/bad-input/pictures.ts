import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { pngChunk, pngHeader, pngSignature } from './png-file';

/** A still picture with texture, so that its files have something to lose when they are cut. */
export function painted(width = 96, height = 64): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = (i * 31 + Math.floor(i / 97) * 17 + (i % 13) * 9) & 255;
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Red above, blue below, in sRGB: turning and colour errors show. */
export function redAboveBlue(width = 80, height = 60): Sharp {
  const blue = { create: { width, height: height / 2, channels: 3 as const, background: '#0000ff' } };
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: blue, top: height / 2, left: 0 },
  ]);
}

/** A few kilobytes that unpack to width × height × 3 bytes of black. */
export function pngBomb(width: number, height: number): Buffer {
  const rows = deflateSync(Buffer.alloc(Math.min((width * 3 + 1) * height, 64 * 2 ** 20)));
  return Buffer.concat([
    pngSignature,
    pngHeader(width, height),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An animated PNG: an `acTL` chunk before the pixels, as the APNG specification has it. */
export async function animatedPng(): Promise<Buffer> {
  const still = await painted().png().toBuffer();
  const afterHeader = 8 + 25;
  const control = Buffer.alloc(8);
  control.writeUInt32BE(2, 0);
  return Buffer.concat([
    still.subarray(0, afterHeader),
    pngChunk('acTL', control),
    still.subarray(afterHeader),
  ]);
}

/** Two frames, in the format that the caller asks for. */
export async function animated(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all([painted(), painted().negate()].map((frame) => frame.png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    [format]({ delay: [100, 100] })
    .toBuffer();
}

/** A PNG whose header says so many pixels and that holds none of them. */
export function headerOnlyPng(width: number, height: number): Buffer {
  return Buffer.concat([pngSignature, pngHeader(width, height), pngChunk('IDAT', Buffer.alloc(0))]);
}

/** A small AVIF whose `ispe` property (ISO/IEC 23008-12) says that it is so large. */
export async function avifSaying(width: number, height: number): Promise<Buffer> {
  const avif = await painted().avif().toBuffer();
  const extent = avif.indexOf('ispe') + 8;
  avif.writeUInt32BE(width, extent);
  avif.writeUInt32BE(height, extent + 4);
  return avif;
}

export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="99" height="99"/></svg>';
export const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
