import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { networkInput } from '@/lib/images/network-input';
import type { CachedReproduction } from '@/lib/vision/node/cached-rows';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import type { ProjectionRecipe } from '@/lib/vision/projection';
import type { View } from '@/lib/vision/view';
import {
  type OutlinedKind,
  outlinedKind,
  photographKinds,
  reproductionKinds,
  type ReproductionKind,
} from '@/lib/quality/reproduction-kinds';
import { paintingAlone } from './painting-alone';
import { reproduce } from './reproduce';

/** To be raised when a simulation changes: statistics of reproductions are cached by it. */
const simulationVersion = 1;

/** Pictures of which reproductions are made where nothing else is said: 2,000 more passes through the network. */
export const reproducedDefault = 200;

export type ReproductionSource = PictureSource &
  CachedReproduction & { readonly kind: ReproductionKind | OutlinedKind };

/** One reproduction of a picture file, made when it is decoded; the same for a picture, kind and seed. */
function reproductionSource(
  picture: { readonly key: string; readonly file: string },
  kind: ReproductionKind,
  view: View,
  seed: number,
) {
  const key = createHash('sha256')
    .update(`gafu-reproduction-${simulationVersion} ${kind} ${seed} ${picture.key}`)
    .digest('hex');
  const reproduced = async () => reproduce(await readFile(picture.file), kind, parseInt(key.slice(0, 8), 16));
  return {
    kind,
    of: picture.key,
    key,
    reproduced,
    pixels: async () => networkInput(await reproduced(), view),
  };
}

/** The same as an upload is embedded: by the painting that is found in it. */
function outlinedSource(
  { of, key, reproduced }: ReturnType<typeof reproductionSource>,
  kind: OutlinedKind,
  view: View,
): ReproductionSource {
  const outlinedKey = createHash('sha256').update(`gafu-outlined-${simulationVersion} ${key}`).digest('hex');
  const pixels = async () => networkInput(await paintingAlone(await reproduced()), view);
  return { kind, of, key: outlinedKey, pixels };
}

/** A reproduction of every kind of `count` of the pictures, spread evenly over the list. */
export function reproductionsOf(
  pictures: readonly { readonly key: string; readonly file: string }[],
  view: View,
  {
    count = reproducedDefault,
    kinds = reproductionKinds,
    outlines = false,
    seed = 1,
  }: ReproductionChoice = {},
): ReproductionSource[] {
  const chosen = Math.min(count, pictures.length);
  return Array.from(
    { length: chosen },
    (_, index) => pictures[Math.floor((index * pictures.length) / chosen)],
  )
    .filter((picture) => picture !== undefined)
    .flatMap((picture) => {
      const plain = kinds.map((kind) => reproductionSource(picture, kind, view, seed));
      const outlined = photographKinds.flatMap((kind) =>
        plain
          .filter((one) => outlines && one.kind === kind)
          .map((one) => outlinedSource(one, outlinedKind(kind), view)),
      );
      return [...plain, ...outlined];
    });
}

export interface ReproductionChoice {
  readonly count?: number;
  readonly kinds?: readonly ReproductionKind[];
  /** Also as uploads are embedded: by the painting that is found in a photograph. */
  readonly outlines?: boolean;
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
  if (asked !== null) return { count: asked, outlines: true };
  const kinds = fitted ? kindsFittedAgainst(fitted) : [];
  return kinds.length > 0 ? { kinds } : undefined;
}
