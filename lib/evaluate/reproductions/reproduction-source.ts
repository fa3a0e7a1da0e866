import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { networkInput } from '@/lib/images/network-input';
import { withoutDots } from '@/lib/images/without-dots';
import type { CachedReproduction } from '@/lib/vision/node/cached-rows';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import type { ProjectionRecipe } from '@/lib/vision/projection';
import type { Pixels } from '@/lib/vision/pixels';
import type { View } from '@/lib/vision/view';
import {
  type OutlinedKind,
  outlinedKind,
  photographKinds,
  reproductionKinds,
  type ReproductionKind,
} from '@/lib/quality/reproduction-kinds';
import { paintingInput } from './painting-input';
import { reproduce } from './reproduce';

/** To be raised when a simulation changes: what is drawn depends on it. */
const simulationVersion = 1;
/** To be raised when it changes what is measured of a reproduction: statistics are cached by it. */
const measureVersion = 2;

/** Pictures of which reproductions are made where nothing else is said: 2,000 more passes through the network. */
export const reproducedDefault = 200;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export type ReproductionSource = PictureSource &
  CachedReproduction & { readonly kind: ReproductionKind | OutlinedKind };

/** A reproduction of a picture file, made when it is decoded; the same for a picture, kind and seed. */
interface Reproduced {
  readonly kind: ReproductionKind;
  readonly of: string;
  /** SHA-256 hex of all that it follows from. */
  readonly drawn: string;
  readonly bytes: () => Promise<Buffer>;
}

function reproduced(
  picture: { readonly key: string; readonly file: string },
  kind: ReproductionKind,
  seed: number,
): Reproduced {
  const drawn = sha256(`gafu-reproduction-${simulationVersion} ${kind} ${seed} ${picture.key}`);
  const make = async () => reproduce(await readFile(picture.file), kind, parseInt(drawn.slice(0, 8), 16));
  return { kind, of: picture.key, drawn, bytes: isPhotograph(kind) ? once(make) : make };
}

/** For what is measured in two ways: a simulation takes longer than the network, and a JPEG is small. */
function once(make: () => Promise<Buffer>): () => Promise<Buffer> {
  let made: Promise<Buffer> | undefined;
  return () => (made ??= make());
}

const isPhotograph = (kind: ReproductionKind) => photographKinds.some((one) => one === kind);

/** As it is measured: whole, or as an upload is embedded, by the painting that is found in it. */
function measuredAs(
  kind: ReproductionKind | OutlinedKind,
  { of, drawn }: Reproduced,
  pixels: () => Promise<Pixels>,
): ReproductionSource {
  const key = sha256(`gafu-measured-${measureVersion} ${kind} ${drawn}`);
  const withoutDotsKey = sha256(`gafu-without-dots ${key}`);
  return { kind, of, key, withoutDotsKey, pixels, otherForm: { key: withoutDotsKey, of: withoutDots } };
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
      const all = kinds.map((kind) => reproduced(picture, kind, seed));
      const whole = all.map((one) =>
        measuredAs(one.kind, one, async () => networkInput(await one.bytes(), view)),
      );
      const outlined = photographKinds.flatMap((kind) =>
        all
          .filter((one) => outlines && one.kind === kind)
          .map((one) =>
            measuredAs(outlinedKind(kind), one, async () => paintingInput(await one.bytes(), view)),
          ),
      );
      return [...whole, ...outlined];
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
