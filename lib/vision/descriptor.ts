/** What is measured on a layer's feature maps. */
export const statistics = ['gram', 'mean-std', 'map', 'quarters'] as const;

/**
 * - `gram`: upper triangle (row-major, i ≤ j) of F·Fᵀ ÷ (channels·height·width), c·(c+1)/2 values: which
 *   features occur together, wherever they are (Gatys, Ecker, Bethge 2016);
 * - `mean-std`: the mean of every channel, then its standard deviation (population), 2·c values;
 * - `quarters`: mean and standard deviation of each quarter of the map (top left, top right, bottom left, bottom
 *   right), 8·c values: how one picture differs from itself, which `wccn` projections are fitted on;
 * - `map`: the feature map average-pooled to 8×8 and flattened as [y][x][channel], 64·c values: what is where.
 */
export type Statistic = (typeof statistics)[number];

/** Side of the grid that a feature map is pooled to, in cells. */
export const mapSide = 8;

/** How many parts of a picture `quarters` measures. */
export const quarterCount = 4;

/** How a raw vector is evened out: `signed-sqrt` is sign(x)·√|x|, so that a few strong features do not decide alone. */
export type Normalisation = 'none' | 'signed-sqrt';

/** From feature maps to one vector: the statistic of each layer in order, concatenated, normalised, scaled to length 1 or not. */
export interface DescriptorRecipe {
  readonly statistic: Statistic;
  readonly layers: readonly string[];
  /**
   * For `mean-std` of a layer whose channels are moments themselves, of so many channels around each place: first
   * their means, then their deviations, and so on. Both are brought together to the moments over the whole picture.
   */
  readonly localMoments?: number;
  readonly normalisation: Normalisation;
  readonly unitLength: boolean;
}

/** The statistic as it is, of one layer: what `gafu describe` prints. */
export function rawDescriptor(layer: string, statistic: Statistic): DescriptorRecipe {
  return { statistic, layers: [layer], normalisation: 'none', unitLength: false };
}

/** How many values a statistic of a layer with this many channels has. */
export function statisticLength(statistic: Statistic, channels: number): number {
  if (statistic === 'gram') return (channels * (channels + 1)) / 2;
  return channels * { map: mapSide * mapSide, 'mean-std': 2, quarters: quarterCount * 2 }[statistic];
}

/** Scales a vector to length 1, in place; a vector of zeros stays as it is. */
export function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * scale;
  return vector;
}

/**
 * Mean and deviation of every channel over a picture, from those of its moments around each place, by the law of total
 * variance: σ² = mean of the local σ² + variance of the local means.
 * @param moments `mean-std` of [means, deviations, means, …], each of `channels` channels
 * @returns [means, deviations, means, …], half as many values
 */
function totalMoments(moments: Float32Array, channels: number): Float32Array {
  const half = moments.length / 2;
  const total = moments.slice(0, half);
  for (let block = 0; block < half; block += 2 * channels) {
    for (let mean = block; mean < block + channels; mean++) {
      const deviation = mean + channels;
      total[deviation] = Math.hypot(
        moments[deviation] as number,
        moments[half + deviation] as number,
        moments[half + mean] as number,
      );
    }
  }
  return total;
}

/** How many values a recipe's descriptor has, where its statistics have so many. */
export function descriptorLength(
  values: number,
  { localMoments }: Pick<DescriptorRecipe, 'localMoments'>,
): number {
  return localMoments === undefined ? values : values / 2;
}

/** Raw statistics of a recipe's layers, in order → its descriptor. The inputs are left as they are. */
export function composeDescriptor(
  statistics: readonly Float32Array[],
  recipe: Pick<DescriptorRecipe, 'localMoments' | 'normalisation' | 'unitLength'>,
): Float32Array {
  const { localMoments } = recipe;
  const parts =
    localMoments === undefined ? statistics : statistics.map((part) => totalMoments(part, localMoments));
  const descriptor = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    descriptor.set(part, offset);
    offset += part.length;
  }
  if (recipe.normalisation === 'signed-sqrt') {
    for (let i = 0; i < descriptor.length; i++) {
      const value = descriptor[i] as number;
      descriptor[i] = Math.sign(value) * Math.sqrt(Math.abs(value));
    }
  }
  return recipe.unitLength ? toUnitLength(descriptor) : descriptor;
}
