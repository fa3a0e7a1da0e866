import { type Database } from '@/lib/catalog/database';
import { vectorToBytes } from '@/lib/catalog/vector-bytes';
import { embeddingKinds, type EmbeddingKind } from '@/lib/vision/embedding';
import { normalsFrom, seededRandom } from '@/lib/vision/random';
import { someImage } from '../support/artworks';

/** How far from their cluster's middle works lie, against its unit length. */
const spread = 0.5;

export interface Clusters {
  readonly dims: number;
  /** A unit vector near the middle of one of the clusters of its kind. */
  near(kind: EmbeddingKind): Float32Array;
}

/** As embeddings lie: in clusters, not evenly. The same for the same seed. */
export function clusters({ dims, count, seed }: { dims: number; count: number; seed: number }): Clusters {
  const random = seededRandom(seed);
  const gauss = normalsFrom(random);
  const unit = (values: readonly number[]) => {
    const length = Math.hypot(...values);
    return Float32Array.from(values, (value) => value / length);
  };
  const middles = Object.fromEntries(
    embeddingKinds.map((kind) => [
      kind,
      Array.from({ length: count }, () => unit(Array.from({ length: dims }, gauss))),
    ]),
  );
  return {
    dims,
    near(kind) {
      const middle = middles[kind]?.[Math.floor(random() * count)] ?? new Float32Array(dims);
      return unit(Array.from(middle, (value) => value + (spread * gauss()) / Math.sqrt(dims)));
    },
  };
}

export interface StoredWork {
  readonly id: string;
  readonly vectors: Readonly<Record<EmbeddingKind, Float32Array>>;
}

/** Stores ready works with both embeddings in the spaces `<kind>-<version>`, many at once. */
export async function storeWorks(
  db: Database,
  given: {
    readonly count: number;
    readonly from: Clusters;
    readonly version?: string;
    readonly artists?: number;
  },
): Promise<StoredWork[]> {
  const { count, from, version = 'a', artists = 1 } = given;
  const works = Array.from({ length: count }, (_, i) => ({
    id: `w${String(i).padStart(7, '0')}`,
    artist: `Artist ${i % artists}`,
    key: someImage(`stored ${i}`).key,
    vectors: Object.fromEntries(
      embeddingKinds.map((kind) => [kind, from.near(kind)]),
    ) as StoredWork['vectors'],
  }));
  const ids = works.map(({ id }) => id);
  const keys = works.map(({ key }) => key);
  const { width, height, sizeBytes, mediaType, thumbhash, colour, perceptualHash } = someImage('');
  await db.$executeRaw`
    INSERT INTO images (key, width, height, size_bytes, media_type, thumbhash, colour, perceptual_hash)
    SELECT key, ${width}, ${height}, ${sizeBytes}, ${mediaType}, ${thumbhash}, ${colour}, ${perceptualHash}
    FROM unnest(${keys}::text[]) AS key`;
  const names = works.map(({ artist }) => artist);
  await db.$executeRaw`
    INSERT INTO artworks (id, titles, artist_names, maker_text, image_key, state)
    SELECT id, jsonb_build_array(jsonb_build_object('text', 'Work ' || id, 'language', null)), ARRAY[artist], artist, key, 'ready'
    FROM unnest(${ids}::text[], ${names}::text[], ${keys}::text[]) AS given (id, artist, key)`;
  await storeEmbeddings(db, works, version);
  return works;
}

/** Embeds works in the spaces `<kind>-<version>` by these vectors. */
export async function storeEmbeddings(
  db: Database,
  works: readonly StoredWork[],
  version: string,
): Promise<void> {
  for (const kind of embeddingKinds) {
    await db.embedding.createMany({
      data: works.map(({ id, vectors }) => ({
        artworkId: id,
        spaceId: `${kind}-${version}`,
        vector: vectorToBytes(vectors[kind]),
      })),
    });
  }
}
