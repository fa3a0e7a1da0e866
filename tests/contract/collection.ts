import { createHash } from 'node:crypto';
import { type ArtworkDetails, type ArtworkImage } from '@/lib/catalog/artwork';
import { createArtwork, setArtworkState } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { registerSpace, setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type Space } from '@/lib/vision/space';

export const dims = 12;

/** A space whose id says what it is for. Nothing was ever looked at for it. */
export function testSpace(kind: EmbeddingKind, version = 'a'): Space {
  return {
    id: `${kind}-${version}`,
    kind,
    extractor: `test/none/${version}`,
    descriptor: { statistic: 'gram', layers: ['block1_conv1'], normalisation: 'none', unitLength: true },
    projectionId: 'none',
    dimensions: dims,
  };
}

export async function makeLive(db: Database, version = 'a'): Promise<void> {
  for (const kind of embeddingKinds) await registerSpace(db, testSpace(kind, version));
  await setLiveSpaces(db, { style: `style-${version}`, content: `content-${version}` });
}

/** Numbers that look random and are the same for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function unitVector(seed: number): Float32Array {
  const random = randomNumbers(seed);
  const values = Array.from({ length: dims }, () => random() - 0.5);
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

export interface TestWork {
  readonly id: string;
  readonly artist: string;
  readonly movement: string;
  readonly vectors: Partial<Record<EmbeddingKind, Float32Array>>;
}

export interface NewWork {
  readonly artist?: string;
  readonly movement?: string;
  readonly vectors?: Partial<Record<EmbeddingKind, Float32Array>>;
  readonly version?: string;
}

let works = 0;

/** Adds a work as a worker would have: stored, looked at, ready. */
export async function addWork(db: Database, given: NewWork = {}): Promise<TestWork> {
  const number = ++works;
  const { artist = 'Anonymous', movement = 'None', version = 'a' } = given;
  const vectors = given.vectors ?? { style: unitVector(2 * number), content: unitVector(2 * number + 1) };
  const { id } = await createArtwork(db, {
    details: details(number, artist, movement),
    image: image(number),
  });
  const rows = Object.entries(vectors).map(([kind, vector]) => ({ spaceId: `${kind}-${version}`, vector }));
  await saveEmbeddings(db, id, rows);
  await setArtworkState(db, id, 'ready');
  return { id, artist, movement, vectors };
}

function details(number: number, artist: string, movement: string): ArtworkDetails {
  const unknown = { medium: null, dateText: null, description: null, source: null, rights: null };
  return {
    ...unknown,
    title: `Work ${number}`,
    artist,
    movement,
    subject: null,
    year: 1801 + (number % 200),
  };
}

function image(number: number): ArtworkImage {
  const key = createHash('sha256').update(`picture ${number} of ${process.pid}`).digest('hex');
  return {
    key,
    width: 100,
    height: 80,
    sizeBytes: 1000,
    mediaType: 'image/jpeg',
    thumbhash: 'AAAA',
    colour: '#808080',
    perceptualHash: key.slice(0, 16),
  };
}
