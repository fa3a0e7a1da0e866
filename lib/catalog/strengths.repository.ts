import { type Embedding } from '@/lib/vision/embedding';
import { type ArtworkImage } from './artwork';
import { type DatabaseClient } from './database';
import { bytesToVector } from './vector-bytes';

/** Cosines of pairs, as quantiles at shares that their reader knows. */
export interface StoredQuantiles {
  readonly pairs: number;
  readonly quantiles: readonly number[];
}

/** How close the works of a space were to each other when it was measured. */
export interface StoredStrength {
  readonly spaceId: string;
  /** Works in the space at that time. */
  readonly works: number;
  readonly measuredAt: Date;
  readonly random: StoredQuantiles;
  /** Null where too few works have a label. */
  readonly same: StoredQuantiles | null;
}

/** A work as it is measured: its vector, its label, and the hash by which copies of one picture are recognised. */
export interface SampledWork {
  readonly vector: Embedding;
  readonly artist: string | null;
  readonly subject: string | null;
  readonly image: Pick<ArtworkImage, 'key' | 'width' | 'height' | 'colour' | 'perceptualHash'>;
}

/** Replaces what was stored for the space. */
export async function saveStrength(
  db: DatabaseClient,
  { spaceId, works, random, same, measuredAt }: StoredStrength,
): Promise<void> {
  const values = {
    works,
    measuredAt,
    randomPairs: random.pairs,
    randomQuantiles: [...random.quantiles],
    samePairs: same?.pairs ?? 0,
    sameQuantiles: [...(same?.quantiles ?? [])],
  };
  await db.spaceStrength.upsert({ where: { spaceId }, create: { spaceId, ...values }, update: values });
}

/** When a space was measured last, and on what: enough to know whether what was read of it still holds. */
export interface StrengthSummary {
  readonly spaceId: string;
  readonly measuredAt: Date;
  readonly works: number;
  readonly samePairs: number;
}

export async function findStrengthSummaries(
  db: DatabaseClient,
  spaceIds: readonly string[],
): Promise<readonly StrengthSummary[]> {
  return await db.$queryRaw<StrengthSummary[]>`
    SELECT space_id AS "spaceId", measured_at AS "measuredAt", works, same_pairs AS "samePairs"
    FROM space_strengths WHERE space_id = ANY(${[...spaceIds]})`;
}

export async function findStrengths(
  db: DatabaseClient,
  spaceIds: readonly string[],
): Promise<readonly StoredStrength[]> {
  const rows = await db.spaceStrength.findMany({ where: { spaceId: { in: [...spaceIds] } } });
  return rows.map(
    ({ spaceId, works, measuredAt, randomPairs, randomQuantiles, samePairs, sameQuantiles }) => ({
      spaceId,
      works,
      measuredAt,
      random: { pairs: randomPairs, quantiles: randomQuantiles },
      same: samePairs === 0 ? null : { pairs: samePairs, quantiles: sameQuantiles },
    }),
  );
}

/** Public works of a space taken at random, the same at every call as long as none comes or goes. */
export async function sampleWorks(
  db: DatabaseClient,
  spaceId: string,
  worksMax: number,
): Promise<readonly SampledWork[]> {
  const rows = await db.$queryRaw<
    (Omit<SampledWork, 'vector' | 'image'> & SampledWork['image'] & { vector: Uint8Array })[]
  >`
    SELECT embeddings.vector, artist_names[1] AS artist, subjects[1] AS subject, images.key, images.width, images.height,
      images.colour, images.perceptual_hash AS "perceptualHash"
    FROM (SELECT artwork_id, vector FROM embeddings WHERE space_id = ${spaceId}
        AND EXISTS (SELECT FROM artworks WHERE artworks.id = artwork_id AND is_public)
      ORDER BY md5(artwork_id), artwork_id LIMIT ${worksMax}) AS embeddings
    JOIN artworks ON artworks.id = embeddings.artwork_id JOIN images ON images.key = artworks.image_key
    ORDER BY md5(artworks.id), artworks.id`;
  return rows.map(({ vector, artist, subject, ...image }) => ({
    vector: bytesToVector(vector),
    artist,
    subject,
    image,
  }));
}
