import { type Artwork, type ArtworkImage } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { findUploadedQuery } from '@/lib/catalog/queries.repository';
import { withdrawn } from '@/lib/catalog/public-artwork.repository';
import { Problem } from '@/lib/platform/problem';
import { type Detail } from './question/detail';
import { isPickedPalette, parsePickedPalette, type PickedColour } from './question/picked-palette';
import { isUploadRef, pictureKey, type QueryTerm } from './question/term';

/** A picture, a part of one, or a palette that a query refers to. */
export interface SearchReference {
  /** As the address writes it: the ref, and after `@` the detail. */
  readonly key: string;
  readonly ref: string;
  readonly kind: 'artwork' | 'upload' | 'palette';
  /** The part of the picture that is meant; null: all of it. */
  readonly detail: Detail | null;
  /** Of a palette picked by hand; null for a picture. */
  readonly colours: readonly PickedColour[] | null;
  /** Null for an upload or a palette. */
  readonly artwork: Artwork | null;
  /** Null for a palette, and for an upload that stayed on its owner's device. */
  readonly image: ArtworkImage | null;
  /** Whether it is an upload that was embedded on its owner's device. */
  readonly readOnDevice: boolean;
  /** When an upload will be deleted; null for anything else. */
  readonly expiresAt: Date | null;
  /** Of a photograph the painting that was found in it, of such a painting its photograph; null for anything else. */
  readonly counterpart: { readonly is: 'painting' | 'photograph'; readonly ref: string } | null;
}

/**
 * Finds what terms refer to, each once, in the order of the terms.
 * @throws Problem `not-found` for an unknown ref, `gone` for an upload that has expired or a work that was withdrawn.
 */
export async function findReferences(
  db: Database,
  terms: readonly QueryTerm[],
): Promise<readonly SearchReference[]> {
  const meant = [...new Map(terms.map((term) => [pictureKey(term), term])).values()];
  const refs = [...new Set(meant.map(({ ref }) => ref))].filter((ref) => !isPickedPalette(ref));
  const [artworks, uploads] = await Promise.all([
    findArtworks(
      db,
      refs.filter((ref) => !isUploadRef(ref)),
    ),
    Promise.all(refs.filter(isUploadRef).map((ref) => findUpload(db, ref))),
  ]);
  const found = [...artworks.map(artworkReference), ...uploads];
  return meant.map((term) => {
    const key = pictureKey(term);
    if (isPickedPalette(term.ref)) return paletteReference(key);
    const whole = found.find(({ ref }) => ref === term.ref);
    return { ...shown(term.ref, whole), key, detail: term.detail ?? null };
  });
}

/** @throws Problem if visitors are not shown it */
function shown(ref: string, reference: SearchReference | undefined): SearchReference {
  if (reference && (reference.artwork === null || reference.artwork.isPublic)) return reference;
  if (reference?.artwork && reference.artwork.publication !== 'draft') throw withdrawn(ref);
  throw new Problem('not-found', `There is no work "${ref}" in the collection.`, {
    code: 'no-such-work',
    ref,
  });
}

const plain = {
  detail: null,
  colours: null,
  artwork: null,
  image: null,
  readOnDevice: false,
  expiresAt: null,
  counterpart: null,
} as const;

export function artworkReference(artwork: Artwork): SearchReference {
  const { id, image } = artwork;
  return { ...plain, key: id, ref: id, kind: 'artwork', artwork, image };
}

function paletteReference(key: string): SearchReference {
  return { ...plain, key, ref: key, kind: 'palette', colours: parsePickedPalette(key) };
}

async function findUpload(db: Database, ref: string): Promise<SearchReference> {
  const upload = await findUploadedQuery(db, ref);
  if (upload === null)
    throw new Problem('not-found', `There is no uploaded picture "${ref}". Upload the picture again.`, {
      code: 'no-such-upload',
      ref,
    });
  if (upload === 'expired')
    throw new Problem(
      'gone',
      `The uploaded picture "${ref}" was kept for its time and then deleted. Upload it again.`,
      { code: 'upload-expired', ref },
    );
  const { image, readOnDevice, photographId, paintingId, expiresAt } = upload;
  const counterpart =
    photographId !== null
      ? ({ is: 'photograph', ref: photographId } as const)
      : paintingId !== null
        ? ({ is: 'painting', ref: paintingId } as const)
        : null;
  return { ...plain, key: ref, ref, kind: 'upload', image, readOnDevice, expiresAt, counterpart };
}
