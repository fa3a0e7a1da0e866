import { type Artwork, type ArtworkImage } from '@/lib/catalog/artwork';
import { findArtworks, withdrawn } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { findUploadedQuery } from '@/lib/catalog/queries.repository';
import { Problem } from '@/lib/platform/problem';
import { isUploadRef, type QueryTerm } from './query';

/** A picture that a query refers to. */
export interface SearchReference {
  readonly ref: string;
  readonly kind: 'artwork' | 'upload';
  /** Null for an upload. */
  readonly artwork: Artwork | null;
  /** Null for an upload that stayed on its owner's device. */
  readonly image: ArtworkImage | null;
  /** Whether it is an upload that was embedded on its owner's device. */
  readonly readOnDevice: boolean;
  /** When an upload will be deleted; null for an artwork. */
  readonly expiresAt: Date | null;
}

/**
 * Finds the pictures that terms refer to, each once, in the order of the terms.
 * @throws Problem `not-found` for an unknown ref, `gone` for an upload that has expired or a work that was withdrawn.
 */
export async function findReferences(
  db: Database,
  terms: readonly QueryTerm[],
): Promise<readonly SearchReference[]> {
  const refs = [...new Set(terms.map(({ ref }) => ref))];
  const [artworks, uploads] = await Promise.all([
    findArtworks(
      db,
      refs.filter((ref) => !isUploadRef(ref)),
    ),
    Promise.all(refs.filter(isUploadRef).map((ref) => findUpload(db, ref))),
  ]);
  const found = [...artworks.map(artworkReference), ...uploads];
  return refs.map((ref) => {
    const reference = found.find((one) => one.ref === ref);
    if (reference && (reference.artwork === null || reference.artwork.isPublic)) return reference;
    if (reference?.artwork && reference.artwork.publication !== 'draft') throw withdrawn(ref);
    throw new Problem('not-found', `There is no work "${ref}" in the collection.`, { ref });
  });
}

export function artworkReference(artwork: Artwork): SearchReference {
  const { id: ref, image } = artwork;
  return { ref, kind: 'artwork', artwork, image, readOnDevice: false, expiresAt: null };
}

async function findUpload(db: Database, ref: string): Promise<SearchReference> {
  const upload = await findUploadedQuery(db, ref);
  if (upload === null)
    throw new Problem('not-found', `There is no uploaded picture "${ref}". Upload the picture again.`, {
      ref,
    });
  if (upload === 'expired')
    throw new Problem(
      'gone',
      `The uploaded picture "${ref}" was kept for its time and then deleted. Upload it again.`,
      { ref },
    );
  const { image, readOnDevice, expiresAt } = upload;
  return { ref, kind: 'upload', artwork: null, image, readOnDevice, expiresAt };
}
