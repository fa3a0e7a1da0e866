import { type ArtworkImage } from '@/lib/catalog/artwork';
import { isSamePicture } from '@/lib/images/same-picture';

/**
 * Finds for each hit the first picture before it, among the references and the hits above it, that shows the same.
 * Copies stay in the answer, so that pages stay full and totals exact; the caller decides what to do about them.
 * @returns for each hit a ref or an artwork id, or null
 */
export function markDuplicates(
  references: readonly { readonly ref: string; readonly image: ArtworkImage | null }[],
  artworks: readonly { readonly id: string; readonly image: ArtworkImage }[],
): readonly (string | null)[] {
  // A picture that stayed on its owner's device cannot be compared.
  const seen = references.flatMap(({ ref, image }) => (image ? [{ ref, image }] : []));
  return artworks.map(({ id, image }) => {
    const same = seen.find((earlier) => isSamePicture(earlier.image, image));
    if (!same) seen.push({ ref: id, image });
    return same?.ref ?? null;
  });
}
