import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Prisma } from '@/lib/catalog/prisma/client';
import { type EmbeddingKind, type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { projectionFile } from '@/lib/vision/node/projection-store';
import { fittedSpace } from '@/lib/vision/fitted-space';
import { paletteSpace } from '@/lib/vision/palette';
import { normalsFrom, seededRandom } from '@/lib/vision/random';
import { recipeNamed } from '@/lib/vision/recipes';
import { type Space } from '@/lib/vision/space';
import { type Provenance } from '@/lib/vision/stored-network';
import { type SyntheticCollection } from '../search/synthetic';

/** About as many subjects and movements as a collection of paintings has; an artist is of one movement. */
const counts = { subjects: 40, movements: 25 } as const;

/** The spaces of the compact network, which every checkout has: a browser can then embed pictures, too. */
export async function compactSpaces(modelsDir: string): Promise<Record<EmbeddingKind, Space>> {
  const recipe = recipeNamed('lite');
  const file = path.join(modelsDir, recipe.name, 'provenance.json');
  const { network: name, layers, layerDigests } = JSON.parse(await readFile(file, 'utf8')) as Provenance;
  const [style, content] = await Promise.all(
    networkKinds.map(async (kind) => {
      const bytes = await readFile(projectionFile(modelsDir, recipe.name, kind));
      return (await fittedSpace(bytes, recipe, kind, { name, layers, layerDigests })).space;
    }),
  );
  if (!style || !content) throw new Error(`The recipe ${recipe.name} has no projection in ${modelsDir}`);
  return { style, content, palette: await paletteSpace(recipe.view) };
}

/** One work's rows. Its picture is in no image store: pages only write its address. */
export function workRows(collection: SyntheticCollection, work: number) {
  const id = collection.idOf(work);
  const key = createHash('sha256').update(id).digest('hex');
  const artist = collection.artistOf(work);
  const image = {
    key,
    width: 1280,
    height: 800 + (work % 8) * 100,
    sizeBytes: 250_000,
    mediaType: 'image/webp',
    thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
    colour: `#${key.slice(0, 6)}`,
    perceptualHash: key.slice(0, 16),
  } satisfies Prisma.ImageCreateManyInput;
  const year = 1500 + ((artist * 37) % 400);
  const artwork = {
    id,
    titles: [{ text: titleOf(work), language: null }],
    movements: [`Movement ${artist % counts.movements}`],
    subjects: [subjectOf(work)],
    medium: 'oil on canvas',
    dateText: `about ${year}`,
    year,
    descriptions: [{ text: `A synthetic work, number ${work}, by artist ${artist}.`, language: null }],
    rights: 'CC0 1.0',
    imageKey: key,
    state: 'ready',
    createdAt: new Date(Date.UTC(2026, 0, 1) + work * 1000),
  } satisfies Prisma.ArtworkCreateManyInput;
  const attribution = { artworkId: id, position: 0, makerId: makerId(artist) };
  return { image, artwork, attribution };
}

export function titleOf(work: number): string {
  return `${subjectOf(work)} with ${subjectOf(work * 7 + 3)}, no. ${work}`;
}

export function makerId(artist: number): string {
  return `m${artist}`;
}

export function artistName(artist: number): string {
  return `Artist ${artist}`;
}

function subjectOf(work: number): string {
  return `Subject ${(work * 31) % counts.subjects}`;
}

/** Draws embeddings of all kinds: of styles and contents as the search benchmark does, of palettes as histograms lie. */
export function embeddingsOf(
  collection: SyntheticCollection,
  spaces: Readonly<Record<EmbeddingKind, Space>>,
): (work: number) => Record<EmbeddingKind, Float32Array> {
  const normal = normalsFrom(seededRandom(collection.works));
  const { dimensions } = spaces.palette;
  // As long as the space's own: works that are added meanwhile are embedded for real.
  const padded = (kind: NetworkKind, work: number) => {
    const vector = new Float32Array(spaces[kind].dimensions);
    vector.set(collection.vectorOf(kind, work).subarray(0, vector.length));
    return vector;
  };
  const palette = () => {
    const values = Float32Array.from({ length: dimensions }, () => Math.max(0, normal()));
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  return (work) => ({
    style: padded('style', work),
    content: padded('content', work),
    palette: palette(),
  });
}
