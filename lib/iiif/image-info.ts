import { type Size } from '@/lib/vision/view';
import { imageLimits, scaleWithinLimits } from './image-limits';
import { type ImageApiVersion } from './image-request';

/** Of a tile's side, in pixels. */
const tileSide = 512;
/** The smallest picture that `sizes` lists has at least so many pixels on its long side. */
const listedSideMin = 128;

/** The media type of `info.json` for clients that accept JSON-LD. */
export function infoMediaType(version: ImageApiVersion): string {
  return `application/ld+json;profile="http://iiif.io/api/image/${version}/context.json"`;
}

/** The level that the service complies with, by the address of its definition. */
export function complianceLevel(version: ImageApiVersion): string {
  return version === 3 ? 'http://iiif.io/api/image/3/level2.json' : 'http://iiif.io/api/image/2/level2.json';
}

/**
 * `info.json` of a picture (Image API 3.0 and 2.1.1, section 5).
 * @param service the address of the picture's image service
 */
export function imageInfo(version: ImageApiVersion, service: string, picture: Size): Record<string, unknown> {
  const { width, height } = picture;
  const shared = { protocol: 'http://iiif.io/api/image', width, height };
  const tiles = [{ width: tileSide, height: tileSide, scaleFactors: scaleFactors(picture) }];
  const sizes = listedSizes(picture);
  const { sideMax, areaMax } = imageLimits;
  if (version === 3)
    return {
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: service,
      type: 'ImageService3',
      ...shared,
      profile: 'level2',
      maxWidth: sideMax,
      maxHeight: sideMax,
      maxArea: areaMax,
      sizes,
      tiles,
      extraFormats: ['webp'],
      extraQualities: ['color', 'gray', 'bitonal'],
      extraFeatures: ['canonicalLinkHeader', 'mirroring', 'profileLinkHeader'],
    };
  const more = {
    formats: ['webp'],
    qualities: ['color', 'gray', 'bitonal'],
    supports: ['canonicalLinkHeader', 'mirroring', 'profileLinkHeader', 'regionSquare'],
    maxWidth: sideMax,
    maxHeight: sideMax,
    maxArea: areaMax,
  };
  return {
    '@context': 'http://iiif.io/api/image/2/context.json',
    '@id': service,
    ...shared,
    profile: [complianceLevel(2), more],
    sizes,
    tiles,
  };
}

/** The whole picture halved again and again, smallest first. */
function listedSizes(picture: Size): Size[] {
  const sizes: Size[] = [];
  for (let factor = 1; ; factor *= 2) {
    const size = { width: Math.ceil(picture.width / factor), height: Math.ceil(picture.height / factor) };
    if (factor > 1 && Math.max(size.width, size.height) < listedSideMin) return sizes;
    if (scaleWithinLimits(size) === 1) sizes.unshift(size);
  }
}

/** 1, 2, 4 … until the whole picture is one tile. */
function scaleFactors({ width, height }: Size): number[] {
  const factors = [1];
  for (let factor = 1; Math.max(width, height) > tileSide * factor;) factors.push((factor *= 2));
  return factors;
}
