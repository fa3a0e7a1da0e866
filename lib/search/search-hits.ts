import { type Artwork } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { markDuplicates } from './mark-duplicates';
import { type SearchReference } from './references';
import { type IndexHit } from './search-index';
import { hitStrength, type HitStrength, type MeasuredTerm, type StrengthScales } from './strength/strength';

export interface SearchHit {
  readonly artwork: Artwork;
  /** Σ weight · cosine. For order only: it is no share of anything. */
  readonly score: number;
  readonly cosines: Partial<Record<EmbeddingKind, number>>;
  /** How close it is, compared with pairs of works in general; null where nothing was measured to compare with. */
  readonly strength: HitStrength | null;
  /** The reference or the hit above that shows the same picture; null for most. */
  readonly duplicateOf: string | null;
}

/** Reads the works that index hits name, each once for all lists. */
export async function readHitArtworks(
  db: Database,
  lists: readonly (readonly IndexHit[])[],
): Promise<ReadonlyMap<string, Artwork>> {
  const ids = new Set(lists.flat().map(({ artworkId }) => artworkId));
  return new Map((await findArtworks(db, [...ids])).map((artwork) => [artwork.id, artwork]));
}

/** Index hits with their works, each with its strength and the picture that it repeats. Pure. */
export function searchHits(
  hits: readonly IndexHit[],
  artworks: ReadonlyMap<string, Artwork>,
  asked: {
    readonly terms: readonly MeasuredTerm[];
    readonly references: readonly SearchReference[];
    readonly scales: StrengthScales;
  },
): readonly SearchHit[] {
  // A work deleted since the index answered is no longer a hit.
  const present = hits.flatMap(({ artworkId, score, cosines }) => {
    const artwork = artworks.get(artworkId);
    return artwork ? [{ artwork, score, cosines }] : [];
  });
  const duplicates = markDuplicates(
    asked.references,
    present.map(({ artwork }) => artwork),
  );
  return present.map((hit, i) => ({
    ...hit,
    strength: hitStrength(asked.terms, hit.cosines, asked.scales),
    duplicateOf: duplicates[i] ?? null,
  }));
}
