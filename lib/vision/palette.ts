import { toUnitLength } from './descriptor';
import type { Embedding } from './embedding';
import type { Pixels } from './pixels';
import { type Space, spaceOf } from './space';
import { viewId, type View } from './view';

/**
 * The palette embedding: how much of a picture has which colour, wherever it is. A histogram over CIELAB with soft
 * assignment (a colour counts for its eight neighbours on the grid, by trilinear weights), square-rooted and so of
 * unit length: the cosine of two is the Bhattacharyya coefficient of their histograms.
 *
 * The grid is finer around grey, where most of a painting's colours lie: of grids of up to 150 cells this one found
 * a painting from a piece of it most often (docs/decisions/012-palette.md).
 */
const lightnessLevels = [0, 25, 50, 75, 100];
const chromaLevels = [-50, -12, 0, 12, 50];

export const paletteDimensions = lightnessLevels.length * chromaLevels.length ** 2;

/** The space of palettes of this view. Another grid is another space: count the version up. */
export function paletteSpace(view: View): Promise<Space> {
  return spaceOf({
    kind: 'palette',
    extractor: `cielab-histogram-1/${viewId(view)}`,
    descriptor: { statistic: 'palette', layers: [], normalisation: 'signed-sqrt', unitLength: true },
    projectionId: 'none',
    dimensions: paletteDimensions,
  });
}

/** Pixels → their palette embedding, {@link paletteDimensions} values ≥ 0 as [lightness][a*][b*]. */
export function paletteEmbedding({ data }: Pixels): Embedding {
  const histogram = new Float64Array(paletteDimensions);
  const side = chromaLevels.length;
  for (let i = 0; i + 2 < data.length; i += 3) {
    const r = linear[data[i] as number] as number;
    const g = linear[data[i + 1] as number] as number;
    const b = linear[data[i + 2] as number] as number;
    const y = lookedUp(yOf(r, g, b));
    const l = place(116 * y - 16, lightnessLevels);
    const a = place(500 * (lookedUp(xOf(r, g, b)) - y), chromaLevels);
    const c = place(200 * (y - lookedUp(zOf(r, g, b))), chromaLevels);
    // The level below, and how far towards the next. A place on the last level belongs to the step below it.
    const l0 = Math.min(l | 0, lightnessLevels.length - 2);
    const a0 = Math.min(a | 0, side - 2);
    const c0 = Math.min(c | 0, side - 2);
    const toL = l - l0;
    const toA = a - a0;
    const toC = c - c0;
    const darker = (l0 * side + a0) * side + c0;
    const lighter = darker + side * side;
    add(histogram, darker, (1 - toL) * (1 - toA), toC);
    add(histogram, darker + side, (1 - toL) * toA, toC);
    add(histogram, lighter, toL * (1 - toA), toC);
    add(histogram, lighter + side, toL * toA, toC);
  }
  return toUnitLength(Float32Array.from(histogram, Math.sqrt));
}

/** Shares a weight between a cell and the next one. */
function add(histogram: Float64Array, cell: number, weight: number, toNext: number): void {
  histogram[cell] = (histogram[cell] as number) + weight * (1 - toNext);
  histogram[cell + 1] = (histogram[cell + 1] as number) + weight * toNext;
}

/** Where a value stands between levels: 1.25 is a quarter of the way from the second to the third; never outside of them. */
function place(value: number, levels: readonly number[]): number {
  let index = 0;
  while (index < levels.length - 2 && value >= (levels[index + 1] as number)) index++;
  const [below, above] = [levels[index] as number, levels[index + 1] as number];
  return index + Math.min(1, Math.max(0, (value - below) / (above - below)));
}

/** sRGB's transfer function (IEC 61966-2-1), by byte. */
const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/**
 * One sRGB colour, 0–255 a channel, in CIELAB (CIE 015; white D65, 2°): lightness 0–100, a* (green to red) and b*
 * (blue to yellow) of about ±100.
 */
export function cielab(red: number, green: number, blue: number): [lightness: number, a: number, b: number] {
  const [r, g, b] = [linear[red] as number, linear[green] as number, linear[blue] as number];
  const [x, y, z] = [cubeRoot(xOf(r, g, b)), cubeRoot(yOf(r, g, b)), cubeRoot(zOf(r, g, b))];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const xOf = (r: number, g: number, b: number) => (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
const yOf = (r: number, g: number, b: number) => 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
const zOf = (r: number, g: number, b: number) => (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883;

/** CIELAB's cube root, with its straight piece near black. */
function cubeRoot(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}

const rootSteps = 4096;
const roots = Float64Array.from({ length: rootSteps + 2 }, (_, step) => cubeRoot(step / rootSteps));

/** {@link cubeRoot} of 0 … 1 from a table, within 0.005 of a unit of CIELAB: three for each pixel cost most of a palette. */
function lookedUp(value: number): number {
  const at = value * rootSteps;
  const step = at | 0;
  const below = roots[step] as number;
  return below + ((roots[step + 1] as number) - below) * (at - step);
}
