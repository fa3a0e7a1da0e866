import { isImageKey } from './image-key';
import { isRenditionWidth, renditionWidths, type RenditionWidth } from './rendition-widths';

/** Where a WebP copy of a stored original is served, `width` pixels wide at most. */
export function renditionUrl(key: string, width: RenditionWidth): string {
  return `/images/${key}/${width}.webp`;
}

/** What {@link renditionUrl} is made from. */
export interface RenditionAddress {
  readonly key: string;
  readonly width: RenditionWidth;
}

/** Null for any other path. */
export function parseRenditionUrl(path: string): RenditionAddress | null {
  const [, key = '', digits] = /^\/images\/([^/]+)\/(\d{1,5})\.webp$/.exec(path) ?? [];
  const width = Number(digits);
  return isImageKey(key) && isRenditionWidth(width) ? { key, width } : null;
}

/** The `srcset` of an image: every rendition that has pixels of its own, with its true width. */
export function renditionSourceSet(image: { readonly key: string; readonly width: number }): string {
  const useful = renditionWidths.filter(
    (width, index) => index === 0 || (renditionWidths[index - 1] ?? 0) < image.width,
  );
  return useful
    .map((width) => `${renditionUrl(image.key, width)} ${Math.min(width, image.width)}w`)
    .join(', ');
}
