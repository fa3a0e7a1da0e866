/** No picture is fetched larger than this where its host can scale. */
export const longSideMax = 2048;

/** What is known of a picture that an IIIF Image API serves. */
export interface ImageService {
  readonly width?: number | null;
  readonly height?: number | null;
  /** The widest that the host gives, or the most pixels on the long side. */
  readonly maxWidth?: number | null;
  /** Level 0 gives only sizes that it lists. */
  readonly sizes?: readonly { readonly width: number; readonly height: number }[];
  readonly isLevel0?: boolean;
}

/**
 * The address of a picture of at most 2,048 pixels on its long side, and never larger than it is, which version 3 of
 * the Image API refuses.
 *
 * @param base of the image: all that comes before region, size, rotation and format
 */
export function iiifPicture(base: string, service: ImageService = {}): string {
  const { width, height, maxWidth, sizes = [], isLevel0 = false } = service;
  const address = base.replace(/\/(?:info\.json)?$/, '');
  const at = (size: string) => `${address}/full/${size}/0/default.jpg`;
  if (isLevel0) {
    const fitting = sizes.filter((size) => Math.max(size.width, size.height) <= longSideMax);
    const best = fitting.toSorted((a, b) => b.width - a.width)[0] ?? sizes[0];
    return best === undefined ? at('max') : at(`${best.width},${best.height}`);
  }
  const sideMax = Math.min(longSideMax, maxWidth ?? longSideMax);
  if (!width || !height) return at(`!${sideMax},${sideMax}`);
  const scale = Math.min(1, sideMax / Math.max(width, height));
  return at(`${Math.max(1, Math.floor(width * scale))},`);
}

/** The address of an IIIF picture at full size, made to ask for 2,048 pixels at most; any other stays as it is. */
export function iiifScaled(address: string): string {
  return address.replace(
    /\/full\/(?:full|max)\/0\/(?:default|native)\.(?:jpe?g|png|tiff?)$/,
    `/full/!${longSideMax},${longSideMax}/0/default.jpg`,
  );
}
