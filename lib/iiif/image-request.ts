import { type Size } from '@/lib/vision/view';
import { Problem } from '@/lib/platform/problem';
import { imageLimits, scaleWithinLimits } from './image-limits';

/** Of the Image API. The versions differ in how they write sizes. */
export const imageApiVersions = [2, 3] as const;
export type ImageApiVersion = (typeof imageApiVersions)[number];

export const imageFormats = ['jpg', 'png', 'webp'] as const;
export type ImageFormat = (typeof imageFormats)[number];

export const imageQualities = ['default', 'color', 'gray', 'bitonal'] as const;
export type ImageQuality = (typeof imageQualities)[number];

/** A rectangle in pixels of the full picture. */
export interface PixelRegion extends Size {
  readonly left: number;
  readonly top: number;
}

/** What a request of the Image API asks for, in pixels of a picture whose size is known. */
export interface ImageRequest {
  readonly region: PixelRegion;
  /** Of the answer, before it is turned. */
  readonly size: Size;
  /** Mirrored by the vertical axis before it is turned. */
  readonly isMirrored: boolean;
  /** Clockwise. */
  readonly degrees: 0 | 90 | 180 | 270;
  readonly quality: ImageQuality;
  readonly format: ImageFormat;
}

/** The parts of an address, without percent escapes: `full/max/0/default.jpg`. */
export interface ImageParameters {
  readonly region: string;
  readonly size: string;
  readonly rotation: string;
  /** `default.jpg` */
  readonly file: string;
}

const number = String.raw`(\d+(?:\.\d+)?|\.\d+)`;
const pixelRegion = /^(\d+),(\d+),(\d+),(\d+)$/;
const percentRegion = new RegExp(`^pct:${number},${number},${number},${number}$`);
const percentSize = new RegExp(`^pct:${number}$`);

/**
 * Reads a request by section 4 of the IIIF Image API, 2.1.1 or 3.0. Pictures are never enlarged.
 * @param picture the size of the full picture
 * @throws Problem `invalid-request` for what the syntax, the picture or the limits do not allow
 */
export function parseImageRequest(
  version: ImageApiVersion,
  parameters: ImageParameters,
  picture: Size,
): ImageRequest {
  const region = parseRegion(parameters.region, picture);
  const size = parseSize(version, parameters.size, region);
  return { region, size, ...parseRotation(parameters.rotation), ...parseFile(parameters.file) };
}

/** The one canonical address of a request, from the region on (Image API, 4.7). */
export function canonicalPath(version: ImageApiVersion, request: ImageRequest, picture: Size): string {
  const { region, isMirrored, degrees, quality, format } = request;
  const isFull = region.width === picture.width && region.height === picture.height;
  const place = isFull ? 'full' : [region.left, region.top, region.width, region.height].join(',');
  const turn = `${isMirrored ? '!' : ''}${degrees}`;
  return `${place}/${canonicalSize(version, request)}/${turn}/${quality}.${format}`;
}

function canonicalSize(version: ImageApiVersion, { region, size }: ImageRequest): string {
  if (size.width === region.width && size.height === region.height) return version === 2 ? 'full' : 'max';
  const isInProportion = size.height === proportional(size.width, region.width, region.height);
  return version === 2 && isInProportion ? `${size.width},` : `${size.width},${size.height}`;
}

function parseRegion(text: string, picture: Size): PixelRegion {
  if (text === 'full') return { left: 0, top: 0, ...picture };
  if (text === 'square') return centredSquare(picture);
  const pixels = pixelRegion.exec(text);
  const percent = percentRegion.exec(text);
  if (pixels === null && percent === null)
    throw invalid('region', text, 'full, square, x,y,w,h in pixels, or pct:x,y,w,h in percent');
  const [x = 0, y = 0, w = 0, h = 0] = (pixels ?? percent ?? []).slice(1).map(Number);
  const across = pixels ? 1 : picture.width / 100;
  const down = pixels ? 1 : picture.height / 100;
  const left = Math.round(x * across);
  const top = Math.round(y * down);
  const right = Math.min(picture.width, Math.round((x + w) * across));
  const bottom = Math.min(picture.height, Math.round((y + h) * down));
  if (right <= left || bottom <= top)
    throw invalid(
      'region',
      text,
      `part of the picture, which has ${picture.width} × ${picture.height} pixels`,
    );
  return { left, top, width: right - left, height: bottom - top };
}

function centredSquare({ width, height }: Size): PixelRegion {
  const side = Math.min(width, height);
  return {
    left: Math.floor((width - side) / 2),
    top: Math.floor((height - side) / 2),
    width: side,
    height: side,
  };
}

function parseSize(version: ImageApiVersion, text: string, region: Size): Size {
  const size = askedSize(version, text, region);
  if (size === null)
    throw invalid('size', text, `${version === 2 ? 'full, max' : 'max'}, w, or ,h or w,h or !w,h or pct:n`);
  if (size.width < 1 || size.height < 1) throw invalid('size', text, 'at least one pixel each way');
  if (size.width > region.width || size.height > region.height)
    throw invalid(
      'size',
      text,
      `at most that of the region, ${region.width} × ${region.height}: no enlarging`,
    );
  const { sideMax, areaMax } = imageLimits;
  if (scaleWithinLimits(size) < 1)
    throw invalid('size', text, `at most ${sideMax} pixels on a side and ${areaMax} in all`);
  return size;
}

/** As it is asked for; null if the text is no size. */
function askedSize(version: ImageApiVersion, text: string, region: Size): Size | null {
  // `^` allows enlarging in version 3; what needs none is answered.
  const asked = version === 3 ? text.replace(/^\^/, '') : text;
  if (asked === 'max' || (version === 2 && asked === 'full'))
    return scaled(region, scaleWithinLimits(region));
  const percent = percentSize.exec(asked)?.[1];
  if (percent !== undefined) return scaled(region, Number(percent) / 100);
  const [, confined, w = '', h = ''] = /^(!?)(\d*),(\d*)$/.exec(asked) ?? [];
  const [width, height] = [Number(w), Number(h)];
  if (confined === '!') {
    if (w === '' || h === '') return null;
    // Version 3 says that the answer is no larger than the region; its validator wants a refusal, as for other sizes.
    const enlargedMax = version === 2 ? 1 : Infinity;
    const fit = Math.min(enlargedMax, width / region.width, height / region.height);
    return width < 1 || height < 1 ? { width, height } : scaled(region, fit);
  }
  if (w === '' && h === '') return null;
  if (h === '') return { width, height: proportional(width, region.width, region.height) };
  if (w === '') return { width: proportional(height, region.height, region.width), height };
  return { width, height };
}

function scaled({ width, height }: Size, by: number): Size {
  if (by <= 0) return { width: 0, height: 0 };
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
}

/** The side that belongs to `asked`, as `other` belongs to `own`. */
function proportional(asked: number, own: number, other: number): number {
  return asked === 0 ? 0 : Math.max(1, Math.round((asked * other) / own));
}

function parseRotation(text: string): Pick<ImageRequest, 'isMirrored' | 'degrees'> {
  const [, mirror, digits] = /^(!?)(\d{1,3}(?:\.0+)?)$/.exec(text) ?? [];
  const degrees = digits === undefined ? undefined : quarterTurns.find((turn) => turn === Number(digits));
  const isWhole = Number(digits) === 360;
  if (degrees === undefined && !isWhole)
    throw invalid('rotation', text, '0, 90, 180, 270 or 360, with ! in front for a mirrored picture');
  return { isMirrored: mirror === '!', degrees: degrees ?? 0 };
}

const quarterTurns = [0, 90, 180, 270] as const;

function parseFile(text: string): Pick<ImageRequest, 'quality' | 'format'> {
  const [, name, extension] = /^([^.]+)\.([^.]+)$/.exec(text) ?? [];
  const quality = imageQualities.find((known) => known === name);
  const format = imageFormats.find((known) => known === extension);
  if (quality === undefined || format === undefined)
    throw invalid(
      'quality and format',
      text,
      `${imageQualities.join(', ')}, each with .${imageFormats.join(', .')}`,
    );
  return { quality, format };
}

function invalid(parameter: string, value: string, allowed: string): Problem {
  const shown = value.slice(0, 100);
  return new Problem('invalid-request', `${parameter}: got "${shown}"; allowed is ${allowed}.`, {
    parameter,
    value: shown,
    allowed,
  });
}
