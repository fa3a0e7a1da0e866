import { type DatabaseClient } from '@/lib/catalog/database';
import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { registerSpace, setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { seededRandom } from '@/lib/vision/random';
import { addWork, type SomeDetails, someSpace } from '@/tests/support/artworks';

export const dims = 12;

/** Registers the spaces `<kind>-<version>` and makes them live. */
export async function makeLive(db: DatabaseClient, version = 'a'): Promise<void> {
  for (const kind of embeddingKinds) await registerSpace(db, someSpace(kind, version, dims));
  await setLiveSpaces(db, Object.fromEntries(embeddingKinds.map((kind) => [kind, `${kind}-${version}`])));
}

export function unitVector(seed: number): Float32Array {
  const random = seededRandom(seed);
  const values = Array.from({ length: dims }, () => random() - 0.5);
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

/** A work that can be found, and the vectors it is found by. */
export interface FindableWork {
  readonly id: string;
  readonly vectors: Partial<Record<EmbeddingKind, Float32Array>>;
}

export interface NewWork {
  /** Beside artist and movement. */
  readonly details?: SomeDetails;
  readonly artist?: string;
  readonly movement?: string;
  /** All kinds, other ones for each work, when left out. */
  readonly vectors?: Partial<Record<EmbeddingKind, Float32Array>>;
  /** Of the spaces that the vectors belong to. */
  readonly version?: string;
}

let works = 0;

/** Adds a work as a worker would have: stored, embedded, ready. */
export async function addFindableWork(db: DatabaseClient, given: NewWork = {}): Promise<FindableWork> {
  const number = ++works;
  const { artist = 'Anonymous', movement = 'None', version = 'a' } = given;
  const vectors =
    given.vectors ??
    Object.fromEntries(
      embeddingKinds.map((kind, i) => [kind, unitVector(embeddingKinds.length * number + i)]),
    );
  const { id } = await addWork(db, { title: `Work ${number}`, artist, movement, ...given.details });
  await saveEmbeddings(
    db,
    id,
    Object.entries(vectors).map(([kind, vector]) => ({ spaceId: `${kind}-${version}`, vector })),
  );
  return { id, vectors };
}
