import { isImageKey } from './image-key';
import { isRenditionWidth, type RenditionWidth } from './rendition-widths';

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

/** Which renditions a page lets the browser choose from: `small` for pictures nowhere wider than 320 CSS pixels. */
const choices = {
  wall: [384, 640, 1280],
  small: [224, 384, 640],
} as const satisfies Record<string, readonly RenditionWidth[]>;

/** The `srcset` of an image: every rendition of the choice that has pixels of its own, with its true width. */
export function renditionSourceSet(
  image: { readonly key: string; readonly width: number },
  choice: keyof typeof choices = 'wall',
): string {
  const widths: readonly RenditionWidth[] = choices[choice];
  const useful = widths.filter((_, index) => index === 0 || (widths[index - 1] ?? 0) < image.width);
  return useful
    .map((width) => `${renditionUrl(image.key, width)} ${Math.min(width, image.width)}w`)
    .join(', ');
}
