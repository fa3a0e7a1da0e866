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

/** Raw statistics of a recipe's layers, in order → its descriptor. The inputs are left as they are. */
export function composeDescriptor(
  parts: readonly Float32Array[],
  recipe: Pick<DescriptorRecipe, 'normalisation' | 'unitLength'>,
): Float32Array {
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
