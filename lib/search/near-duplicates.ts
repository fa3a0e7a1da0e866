import { type ArtworkImage } from '@/lib/catalog/artwork';
import { isSamePicture } from '@/lib/images/same-picture';

/**
 * For each hit, the first picture before it, among the references and then the hits above it, that shows the same.
 * Nothing is left out of the answer for it: pages stay whole and totals true, and what to do about a copy is the
 * caller's decision.
 * @returns per hit the ref or artwork id, or null
 */
export function markDuplicates(
  references: readonly { readonly ref: string; readonly image: ArtworkImage | null }[],
  artworks: readonly { readonly id: string; readonly image: ArtworkImage }[],
): readonly (string | null)[] {
  // A picture that stayed on its owner's device is not there to be compared.
  const seen = references.flatMap(({ ref, image }) => (image ? [{ ref, image }] : []));
  return artworks.map(({ id, image }) => {
    const same = seen.find((earlier) => isSamePicture(earlier.image, image));
    if (!same) seen.push({ ref: id, image });
    return same?.ref ?? null;
  });
}
