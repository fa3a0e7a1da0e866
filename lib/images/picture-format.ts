import { fileTypeFromBuffer } from 'file-type/core';
import { Problem } from '@/lib/platform/problem';

/**
 * What Gafu decodes, by media type: the name that libvips gives its decoder, and how many times the memory of the
 * others it takes a pixel (measured at 50 megapixels: AVIF 920 MB, others 300 to 640 MB), so that it may have as
 * many times fewer.
 */
export const pictureFormats = {
  'image/jpeg': { name: 'JPEG', decoder: 'jpeg', memoryFactor: 1 },
  'image/png': { name: 'PNG', decoder: 'png', memoryFactor: 1 },
  'image/webp': { name: 'WebP', decoder: 'webp', memoryFactor: 1 },
  'image/avif': { name: 'AVIF', decoder: 'heif', memoryFactor: 2 },
  'image/tiff': { name: 'TIFF', decoder: 'tiff', memoryFactor: 1 },
  'image/gif': { name: 'GIF', decoder: 'gif', memoryFactor: 1 },
} as const;

export type PictureMediaType = keyof typeof pictureFormats;

export const allowedPictures = 'still JPEG, PNG, WebP, AVIF, TIFF or GIF';

const hints: Partial<Record<string, string>> = {
  'image/heic': 'Phones save HEIC: share or export it as JPEG.',
  'image/heif': 'Phones save HEIF: share or export it as JPEG.',
  'application/pdf': 'Save the page as a picture, for instance as PNG.',
};

function isPictureMediaType(mediaType: string): mediaType is PictureMediaType {
  return Object.hasOwn(pictureFormats, mediaType);
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
}

const tiffMarks = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'];

async function sniff(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return found.mime;
  // Its directory stands at the end, and is missed when the file was cut short.
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return tiffMarks.includes(mark) ? 'image/tiff' : null;
}

/**
 * What the bytes are, judged by their content alone: names and declared types are never believed.
 *
 * @throws Problem `unsupported-picture` naming what was found and what is allowed.
 */
export async function pictureMediaType(bytes: Uint8Array): Promise<PictureMediaType> {
  const found = await sniff(bytes);
  if (found !== null && isPictureMediaType(found)) return found;
  const refuse = (what: string, hint = '') =>
    new Problem('unsupported-picture', `${what} Allowed: ${allowedPictures}.${hint && ` ${hint}`}`, {
      code: 'not-a-picture',
      found,
      allowed: Object.keys(pictureFormats),
    });
  if (found === 'image/apng') {
    throw refuse('This PNG is animated, and Gafu reads still pictures.', 'Save one frame of it.');
  }
  if (looksLikeSvg(bytes)) {
    throw refuse('This is an SVG drawing, whatever its name says.', 'Export it as PNG.');
  }
  if (found === null) throw refuse('These bytes are not a picture that Gafu knows.');
  throw refuse(`This is ${found}, whatever its name says.`, hints[found]);
}
