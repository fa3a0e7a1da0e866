import { log } from '@/lib/platform/log';
import { processSingleton } from '@/lib/platform/process-singleton';
import { evenIfClosed } from '@/lib/platform/request-context';
import { type Size } from '@/lib/vision/view';
import { isExtremeShape } from '@/lib/vision/extreme-shape';
import { openPicture } from './decoding';
import { type RenditionWidth } from './rendition-widths';
import { type ImageStore } from './image-store';
import { imageStore } from './shared-image-store';

// Browser code imports rendition-widths itself, which does not bring the decoders along.
export { isRenditionWidth, renditionWidths, type RenditionWidth } from './rendition-widths';

/** A handscroll is a line at a small width: renditions of extreme shapes are at least so high. */
const heightMin = 128;
/** The longest side of a WebP. */
const webpSideMax = 16_383;

/** The box that the rendition of an original of this size is fitted into. */
function renditionBox({ width, height }: Size, wanted: RenditionWidth): Size {
  const widthMin = isExtremeShape({ width, height }) ? Math.round((heightMin * width) / height) : 0;
  return { width: Math.min(webpSideMax, Math.max(wanted, widthMin)), height: webpSideMax };
}

async function makeRendition(store: ImageStore, key: string, width: RenditionWidth): Promise<Buffer | null> {
  const original = await store.get(key);
  if (original === null) return null;
  const picture = await openPicture(original);
  const bytes = await picture.decode(
    (pipeline) =>
      pipeline
        .resize({ ...renditionBox(picture, width), fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 76, effort: 4 })
        .toBuffer(),
    'render',
  );
  // A disk that is full costs time at the next request, and not the picture.
  await store
    .put(`${key}-${width}.webp`, bytes)
    .catch((error: unknown) => log.warn({ reason: String(error) }, 'A resized picture could not be kept'));
  return bytes;
}

/**
 * A WebP copy of a stored original, `width` pixels wide, or as wide as the original if that is narrower; wider where
 * it would be less than 128 pixels high, and narrower where a WebP cannot be as high. Made
 * when first asked for and kept beside the original; several who ask at once share one making.
 *
 * @returns null when there is no such original
 */
export async function rendition(
  key: string,
  width: RenditionWidth,
  store: ImageStore = imageStore(),
): Promise<Buffer | null> {
  const name = `${key}-${width}.webp`;
  const kept = await store.get(name);
  if (kept !== null) return kept;
  const underway = processSingleton('renditions', () => new Map<string, Promise<Buffer | null>>());
  const shared = underway.get(name);
  if (shared) return shared;
  const making = evenIfClosed(() => makeRendition(store, key, width)).finally(() => underway.delete(name));
  underway.set(name, making);
  return making;
}
