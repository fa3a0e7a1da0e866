import { type Artwork, type ArtworkImage } from '@/lib/catalog/artwork';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { findEmbedding } from '@/lib/catalog/embeddings.repository';
import { findQueryEmbedding, findUploadedQuery } from '@/lib/catalog/queries.repository';
import { Problem } from '@/lib/platform/problem';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { type Space } from '@/lib/vision/space';
import { isUploadRef, type QueryTerm } from './query';
import { type IndexTerm } from './search-index';

/** A picture that a query refers to. */
export interface SearchReference {
  readonly ref: string;
  readonly kind: 'artwork' | 'upload';
  /** Null for an upload. */
  readonly artwork: Artwork | null;
  /** Null for an upload that stayed on its owner's device. */
  readonly image: ArtworkImage | null;
  /** An upload that was read on its owner's device. */
  readonly readOnDevice: boolean;
  /** When an upload will be forgotten; null for an artwork. */
  readonly expiresAt: Date | null;
}

/**
 * Finds what the terms refer to, each picture once, in the order of the terms.
 * @throws Problem `not-found` for an unknown ref, `gone` for an upload that has expired.
 */
export function findReferences(
  db: Database,
  terms: readonly QueryTerm[],
): Promise<readonly SearchReference[]> {
  const refs = [...new Set(terms.map(({ ref }) => ref))];
  return Promise.all(refs.map((ref) => (isUploadRef(ref) ? findUpload(db, ref) : findWork(db, ref))));
}

/**
 * Gives every term its vector in the space that is live for its kind.
 * @throws Problem `conflict` where a picture has none there: not yet looked at, or looked at by another network.
 */
export function findVectors(
  db: Database,
  terms: readonly QueryTerm[],
  references: readonly SearchReference[],
  liveSpaces: Partial<Record<EmbeddingKind, Pick<Space, 'id'>>>,
): Promise<readonly IndexTerm[]> {
  return Promise.all(
    terms.map(async ({ kind, ref, weight }) => {
      const spaceId = liveSpaces[kind]?.id;
      if (spaceId === undefined)
        throw new Problem(
          'conflict',
          `Nothing can be searched by ${kind} yet: no work has been looked at for it.`,
        );
      const vector = await (isUploadRef(ref) ? findQueryEmbedding : findEmbedding)(db, ref, spaceId);
      if (vector === null) throw withoutFeatures(kind, ref, references);
      return { kind, spaceId, vector, weight };
    }),
  );
}

async function findWork(db: Database, ref: string): Promise<SearchReference> {
  const artwork = await findArtwork(db, ref);
  if (artwork === null)
    throw new Problem('not-found', `There is no work "${ref}" in the collection.`, { ref });
  return { ref, kind: 'artwork', artwork, image: artwork.image, readOnDevice: false, expiresAt: null };
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

function withoutFeatures(kind: EmbeddingKind, ref: string, references: readonly SearchReference[]): Problem {
  const artwork = references.find((reference) => reference.ref === ref)?.artwork;
  if (!artwork)
    return new Problem(
      'conflict',
      `The uploaded picture "${ref}" was looked at by a network that has been replaced. Upload it again.`,
      { ref, kind },
    );
  if (artwork.state === 'failed')
    return new Problem(
      'conflict',
      `"${artwork.title}" cannot be searched with: ${artwork.failure ?? 'its features could not be made'}.`,
      { ref, kind },
    );
  return new Problem(
    'conflict',
    `"${artwork.title}" has not been looked at yet. It will be in a moment; try again.`,
    { ref, kind, state: artwork.state },
  );
}
