import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { withinDecodeBudget } from '@/lib/images/decode-budget';
import { processSingleton } from '@/lib/platform/process-singleton';
import { evenIfClosed } from '@/lib/platform/request-context';
import { settings } from '@/lib/platform/settings';
import { type DecodedPicture, decodedPicture } from './decoded-pictures';
import { type ImageFormat, type ImageRequest } from './image-request';
import { tileCache, type TileCache } from './tile-cache';

export const imageMediaTypes: Readonly<Record<ImageFormat, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Grows when what is drawn changes, so that what was kept before is not used. */
const drawnVersion = 1;

/** The cache of this process, in the folder `tiles` of the data folder. */
function sharedTileCache(): TileCache {
  return processSingleton('tile-cache', () => {
    const { dataDir, tileCacheBytesMax } = settings();
    return tileCache(path.join(dataDir, 'tiles'), tileCacheBytesMax);
  });
}

/**
 * The picture that a request of the Image API asks for, drawn once and kept.
 * @param key of the stored picture
 * @param canonical the request's canonical path, which names it
 * @returns null if there is no such picture
 * @throws Problem `unavailable` if too much is being decoded (docs/decisions/022)
 */
export async function renderImage(
  key: string,
  request: ImageRequest,
  canonical: string,
): Promise<Buffer | null> {
  const name = `${drawnVersion} ${key} ${canonical}`;
  const cache = sharedTileCache();
  const kept = await cache.get(name);
  if (kept !== null) return kept;
  const underway = processSingleton('tiles', () => new Map<string, Promise<Buffer | null>>());
  const shared = underway.get(name);
  if (shared) return await shared;
  const drawing = evenIfClosed(() => draw(key, request)).finally(() => underway.delete(name));
  underway.set(name, drawing);
  const bytes = await drawing;
  if (bytes !== null) await cache.put(name, bytes);
  return bytes;
}

async function draw(key: string, request: ImageRequest): Promise<Buffer | null> {
  const reduction = reductionFor(request);
  const picture = await decodedPicture(key, reduction);
  if (picture === null) return null;
  const { region } = request;
  const cost = { pixels: region.width * region.height, sizeBytes: 0 };
  return await withinDecodeBudget(cost, () => drawFrom(picture, reduction, request), 'render');
}

/** As small as the picture can be decoded without losing pixels that the answer shows. */
function reductionFor({ region, size }: ImageRequest): number {
  const shrinks = Math.min(region.width / size.width, region.height / size.height);
  return [8, 4, 2].find((reduction) => reduction <= shrinks) ?? 1;
}

function drawFrom(
  { pixels, width, height }: DecodedPicture,
  reduction: number,
  { region, size, isMirrored, degrees, quality, format }: ImageRequest,
): Promise<Buffer> {
  const left = Math.min(width - 1, Math.floor(region.left / reduction));
  const top = Math.min(height - 1, Math.floor(region.top / reduction));
  const right = Math.min(width, Math.ceil((region.left + region.width) / reduction));
  const bottom = Math.min(height, Math.ceil((region.top + region.height) / reduction));
  const cut = sharp(pixels, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) })
    .resize({ ...size, fit: 'fill' })
    .flop(isMirrored);
  const turned = degrees === 0 ? cut : cut.rotate(degrees);
  return inFormat(inQuality(turned, quality), format).toBuffer();
}

function inQuality(picture: Sharp, quality: ImageRequest['quality']): Sharp {
  if (quality === 'gray') return picture.greyscale().toColourspace('b-w');
  if (quality === 'bitonal') return picture.greyscale().threshold().toColourspace('b-w');
  return picture;
}

function inFormat(picture: Sharp, format: ImageFormat): Sharp {
  switch (format) {
    case 'jpg':
      return picture.jpeg({ quality: 88 });
    case 'png':
      return picture.png({ compressionLevel: 6 });
    case 'webp':
      return picture.webp({ quality: 85, effort: 2 });
  }
}
