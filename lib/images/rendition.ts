import { processSingleton } from '@/lib/platform/process-singleton';
import { openPicture } from './decoding';
import { type RenditionWidth } from './rendition-widths';
import { type ImageStore } from './image-store';
import { imageStore } from './shared-image-store';

// Browser code imports rendition-widths itself, which does not bring the decoders along.
export { isRenditionWidth, renditionWidths, type RenditionWidth } from './rendition-widths';

async function makeRendition(store: ImageStore, key: string, width: RenditionWidth): Promise<Buffer | null> {
  const original = await store.get(key);
  if (original === null) return null;
  const picture = await openPicture(original);
  const bytes = await picture.decode(
    (pipeline) =>
      pipeline.resize({ width, withoutEnlargement: true }).webp({ quality: 82, effort: 4 }).toBuffer(),
    'render',
  );
  await store.put(`${key}-${width}.webp`, bytes);
  return bytes;
}

/**
 * A WebP copy of a stored original, `width` pixels wide or as wide as the original if that is narrower. Made
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
  const making = makeRendition(store, key, width).finally(() => underway.delete(name));
  underway.set(name, making);
  return making;
}
