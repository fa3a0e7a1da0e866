import { createHash } from 'node:crypto';
import { openPicture } from './decoding';
import { fingerprint, type Fingerprint } from './fingerprint';
import { type Size } from '@/lib/vision/view';
import { pictureLimits } from './picture-limits';

/** A picture as it is stored and served, made from untrusted bytes. */
export interface SafePicture extends Fingerprint {
  /** JPEG, upright, 8-bit sRGB, without EXIF, GPS, XMP, comments or profile. */
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  /** SHA-256 hex of `bytes`. */
  readonly key: string;
}

/** More than a JPEG can be long. */
const jpegSideMax = 65_000;

/** The box that a picture of this size is fitted into; ordinary shapes into the same square. */
function boxFor({ width, height }: Size, sideMax: number, shortSideMin: number): Size {
  const aspect = Math.max(width / height, height / width);
  const side = Math.min(jpegSideMax, Math.max(sideMax, Math.round(shortSideMin * aspect)));
  return { width: side, height: side };
}

/**
 * Checks untrusted bytes and makes of them what is stored: every pixel decoded and encoded anew as JPEG
 * (quality 95, full colour resolution), so that nothing but pixels survives; upright; colours brought to sRGB
 * by the embedded profile; alpha laid on white; the long side at most 4,096 pixels, or as many as leave 512 on the
 * short one. Equal bytes give equal keys.
 *
 * @throws Problem `invalid-request`, `too-large`, `unsupported-picture` or `unreadable-picture`; each message
 *   names what is wrong and what is allowed.
 */
export async function readPicture(bytes: Uint8Array): Promise<SafePicture> {
  const { storedSideMax, storedShortSideMin } = pictureLimits();
  const picture = await openPicture(bytes);
  const stored = await picture.decode((pipeline) =>
    pipeline
      .resize({
        ...boxFor(picture, storedSideMax, storedShortSideMin),
        fit: 'inside',
        withoutEnlargement: true,
      })
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true }),
  );
  return {
    bytes: stored.data,
    mediaType: 'image/jpeg',
    width: stored.info.width,
    height: stored.info.height,
    sizeBytes: stored.data.byteLength,
    key: createHash('sha256').update(stored.data).digest('hex'),
    ...(await (await openPicture(stored.data)).decode(fingerprint)),
  };
}

/** The copy of a visitor's picture that is kept: what a result page shows, and enough to embed it again. */
const smallCopyLimits = { sideMax: 1280, shortSideMin: 320, quality: 85 } as const;

/** A smaller copy of a picture, with the picture's own fingerprint. Equal pictures give equal keys. */
export async function smallCopy(picture: SafePicture): Promise<SafePicture> {
  const { sideMax, shortSideMin, quality } = smallCopyLimits;
  const { data, info } = await (
    await openPicture(picture.bytes)
  ).decode((pipeline) =>
    pipeline
      .resize({ ...boxFor(picture, sideMax, shortSideMin), fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true }),
  );
  return {
    ...picture,
    bytes: data,
    width: info.width,
    height: info.height,
    sizeBytes: data.byteLength,
    key: createHash('sha256').update(data).digest('hex'),
  };
}
