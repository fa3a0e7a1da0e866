import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { networkInput } from '@/lib/images/network-input';
import type { CachedReproduction } from '@/lib/vision/node/cached-rows';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import type { ProjectionRecipe } from '@/lib/vision/projection';
import type { View } from '@/lib/vision/view';
import { reproductionKinds, type ReproductionKind } from '@/lib/quality/reproduction-kinds';
import { reproduce } from './reproduce';

/** To be raised when a simulation changes: statistics of reproductions are cached by it. */
const simulationVersion = 1;

/** Pictures of which reproductions are made where nothing else is said: 2,000 more passes through the network. */
export const reproducedDefault = 200;

export type ReproductionSource = PictureSource & CachedReproduction & { readonly kind: ReproductionKind };

/** One reproduction of a picture file, made when it is decoded; the same for a picture, kind and seed. */
function reproductionSource(
  picture: { readonly key: string; readonly file: string },
  kind: ReproductionKind,
  view: View,
  seed: number,
): ReproductionSource {
  const key = createHash('sha256')
    .update(`gafu-reproduction-${simulationVersion} ${kind} ${seed} ${picture.key}`)
    .digest('hex');
  return {
    kind,
    of: picture.key,
    key,
    pixels: async () =>
      networkInput(await reproduce(await readFile(picture.file), kind, parseInt(key.slice(0, 8), 16)), view),
  };
}

/** A reproduction of every kind of `count` of the pictures, spread evenly over the list. */
export function reproductionsOf(
  pictures: readonly { readonly key: string; readonly file: string }[],
  view: View,
  { count = reproducedDefault, kinds = reproductionKinds, seed = 1 }: ReproductionChoice = {},
): ReproductionSource[] {
  const chosen = Math.min(count, pictures.length);
  return Array.from(
    { length: chosen },
    (_, index) => pictures[Math.floor((index * pictures.length) / chosen)],
  )
    .filter((picture) => picture !== undefined)
    .flatMap((picture) => kinds.map((kind) => reproductionSource(picture, kind, view, seed)));
}

export interface ReproductionChoice {
  readonly count?: number;
  readonly kinds?: readonly ReproductionKind[];
  readonly seed?: number;
}

/** The kinds that a projection is fitted against. */
export function kindsFittedAgainst(projection: ProjectionRecipe): ReproductionKind[] {
  const weights = projection.kind === 'wccn' ? projection.scatter?.reproductions : undefined;
  return reproductionKinds.filter((kind) => (weights?.[kind] ?? 0) > 0);
}

/**
 * Which reproductions are measured of the pictures.
 * @param fitted the projection, where it is fitted on them; null where it is not
 * @param asked of how many pictures reproductions are asked with, of every kind; null for none
 */
export function reproductionChoice(
  fitted: ProjectionRecipe | null,
  asked: number | null,
): ReproductionChoice | undefined {
  if (asked !== null) return { count: asked };
  const kinds = fitted ? kindsFittedAgainst(fitted) : [];
  return kinds.length > 0 ? { kinds } : undefined;
}
