import sharp, { type Sharp } from 'sharp';
import { withinDecodeBudget } from '@/lib/images/decode-budget';
import { type DecodedPicture, decodedPicture } from './decoded-pictures';
import { drawnOnce } from './drawn-once';
import { type ImageFormat, type ImageRequest } from './image-request';

export const imageMediaTypes: Readonly<Record<ImageFormat, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Grows when what is drawn changes, so that what was kept before is not used. */
const drawnVersion = 1;

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
  return drawnOnce(`${drawnVersion} ${key} ${canonical}`, () => draw(key, request));
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
