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
  const histogram = new Float32Array(paletteDimensions);
  for (let i = 0; i + 2 < data.length; i += 3) {
    const [lightness, a, b] = cielab(data[i] as number, data[i + 1] as number, data[i + 2] as number);
    const onL = onLevels(lightness, lightnessLevels);
    const [onA, onB] = [onLevels(a, chromaLevels), onLevels(b, chromaLevels)];
    for (let corner = 0; corner < 8; corner++) {
      const [toL, toA, toB] = [corner & 1, (corner >> 1) & 1, corner >> 2];
      const row = (onL.index + toL) * chromaLevels.length + onA.index + toA;
      const cell = row * chromaLevels.length + onB.index + toB;
      const weight = share(onL, toL) * share(onA, toA) * share(onB, toB);
      histogram[cell] = (histogram[cell] as number) + weight;
    }
  }
  return toUnitLength(histogram.map(Math.sqrt));
}

interface OnLevels {
  /** Of the level below. */
  readonly index: number;
  /** How far towards the next, 0 … 1. */
  readonly fraction: number;
}

/** Where a value stands between two levels; outside of all, on the nearest. */
function onLevels(value: number, levels: readonly number[]): OnLevels {
  let index = 0;
  while (index < levels.length - 2 && value >= (levels[index + 1] as number)) index++;
  const [below, above] = [levels[index] as number, levels[index + 1] as number];
  return { index, fraction: Math.min(1, Math.max(0, (value - below) / (above - below))) };
}

function share({ fraction }: OnLevels, side: number): number {
  return side === 1 ? fraction : 1 - fraction;
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
  const x = cubeRoot((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = cubeRoot(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = cubeRoot((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIELAB's cube root, with its straight piece near black. */
function cubeRoot(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}
