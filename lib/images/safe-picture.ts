import { createHash } from 'node:crypto';
import { type JpegOptions, type Sharp } from 'sharp';
import { openPicture, type OpenedPicture } from './decoding';
import { fingerprint, type Fingerprint } from './fingerprint';
import { hasStoredForm } from './formats/stored-jpeg';
import { Problem } from '@/lib/platform/problem';
import { type Size } from '@/lib/vision/view';
import { pictureLimits } from './picture-limits';

export interface EncodedPicture {
  /** JPEG, upright, 8-bit sRGB, without EXIF, GPS, XMP, comments or profile. */
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  /** SHA-256 hex of `bytes`. */
  readonly key: string;
}

/** A picture as it is stored and served, made from untrusted bytes. */
export type SafePicture = EncodedPicture & Fingerprint;

/** More than a JPEG can be long. */
const jpegSideMax = 65_000;

/** How a picture of this size is fitted into its box, ordinary shapes into the same square; small ones stay as they are. */
export function fittedInto({ width, height }: Size, sideMax: number, shortSideMin: number) {
  const aspect = Math.max(width / height, height / width);
  const side = Math.min(jpegSideMax, Math.max(sideMax, Math.round(shortSideMin * aspect)));
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
}

function storedBox(size: Size) {
  const { storedSideMax, storedShortSideMin } = pictureLimits();
  return fittedInto(size, storedSideMax, storedShortSideMin);
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * Checks untrusted bytes and makes of them what is stored: see {@link safePicture}.
 *
 * @throws Problem `invalid-request`, `too-large`, `unsupported-picture` or `unreadable-picture`; each message
 *   names what is wrong and what is allowed.
 */
export async function readPicture(bytes: Uint8Array): Promise<SafePicture> {
  return safePicture(await openPicture(bytes));
}

/**
 * What is stored of an opened picture: every pixel decoded and encoded again as JPEG (quality 95, full colour
 * resolution), so that nothing but pixels survives; upright; colours brought to sRGB by the embedded profile; alpha
 * laid on white; the long side at most 4,096 pixels, or as many as leave 512 on the short one. Equal bytes give equal
 * keys.
 *
 * @throws Problem `unreadable-picture` when its pixels cannot be decoded
 */
export async function safePicture(picture: OpenedPicture): Promise<SafePicture> {
  const stored = await storedForm(picture);
  return { ...stored, ...(await (await openPicture(stored.bytes)).decode(fingerprint)) };
}

/**
 * Reads a picture that a Gafu has exported. If it has the very form that Gafu stores, it stays as it is and keeps its
 * key; else it is made safe like any other.
 *
 * @param key SHA-256 hex that the export says its bytes have
 * @throws Problem `invalid-request` if it is another picture, else as {@link readPicture}
 */
export async function readExportedPicture(bytes: Uint8Array, key: string): Promise<SafePicture> {
  if (sha256(bytes) !== key)
    throw new Problem(
      'invalid-request',
      'This file is not the picture that was exported: its SHA-256 is another. Copy it again, or clear picture_sha256 to take this file instead.',
    );
  const picture = await openPicture(bytes);
  const { width, height } = picture;
  const box = storedBox(picture);
  if (!hasStoredForm(bytes) || width > box.width || height > box.height) return safePicture(picture);
  const print = await picture.decode(fingerprint);
  const sizeBytes = bytes.byteLength;
  return { bytes: Buffer.from(bytes), mediaType: 'image/jpeg', width, height, sizeBytes, key, ...print };
}

/**
 * @param options of the stored JPEG, beyond its quality
 * @throws Problem `unreadable-picture` when its pixels cannot be decoded
 */
export function storedForm(picture: OpenedPicture, options: JpegOptions = {}): Promise<EncodedPicture> {
  return picture.decode((pipeline) =>
    encoded(pipeline.resize(storedBox(picture)), {
      quality: 95,
      chromaSubsampling: '4:4:4',
      ...options,
    }),
  );
}

/** What a pipeline yields, as JPEG. */
export async function encoded(pipeline: Sharp, options: JpegOptions): Promise<EncodedPicture> {
  const { data, info } = await pipeline.jpeg(options).toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    mediaType: 'image/jpeg',
    width: info.width,
    height: info.height,
    sizeBytes: data.byteLength,
    key: sha256(data),
  };
}
