import FFT from 'fft.js';
import { median } from '@/lib/platform/quantile';
import type { Pixels } from './pixels';

/** Side of the tiles whose spectra are averaged, in pixels. */
const side = 64;
/** Dots further apart than this share of a pixel's frequency are painted. */
const frequencyMin = 0.15;
/**
 * How many times a frequency must exceed those around it. Of 200 simulated prints 155 have such a one; of 882 paintings
 * 12, of which ten are Mondrian's straight lines.
 */
const excessMin = 50;
/** Power that rounding to whole bytes leaves at every frequency: 1/12 for each pixel of the window. */
const roundingPower = 48;
/** Power of a wave that swings by one step of a byte: smooth grounds are rounded in waves, too. */
const powerMin = (0.5 * (side / 2) ** 2) ** 2;

/**
 * Whether a picture consists of printed dots, or shows another regular grid that is no brushwork: a frequency that
 * stands out in the mean spectrum of its tiles (Welch 1967). Takes 5 ms for what a network is shown.
 */
export function hasHalftone(pixels: Pixels): boolean {
  const power = meanSpectrum(pixels);
  const at = (u: number, v: number) => power[((v + side) % side) * side + ((u + side) % side)] as number;
  // The spectrum of real values is the same at opposite frequencies: half of it says all.
  for (let u = 0; u <= side / 2; u++)
    for (let v = -side / 2; v < side / 2; v++) {
      const here = at(u, v);
      if (Math.hypot(u, v) < frequencyMin * side || here < powerMin) continue;
      if (here < at(u - 1, v) || here < at(u + 1, v) || here < at(u, v - 1) || here < at(u, v + 1)) continue;
      if (here >= excessMin * (medianAround(at, u, v) + roundingPower)) return true;
    }
  return false;
}

/** The median power three and four steps away, so that a peak's own slopes do not count. */
function medianAround(at: (u: number, v: number) => number, u: number, v: number): number {
  const around: number[] = [];
  for (let du = -4; du <= 4; du++)
    for (let dv = -4; dv <= 4; dv++)
      if (Math.max(Math.abs(du), Math.abs(dv)) > 2) around.push(at(u + du, v + dv));
  return median(around);
}

const hann = Float64Array.from({ length: side }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / side) ** 2);
const fft = new FFT(side);

/** Mean power of the lightness by frequency, `side` × `side`, over tiles side by side. */
function meanSpectrum({ width, height, data }: Pixels): Float64Array {
  const power = new Float64Array(side * side);
  let tiles = 0;
  for (let top = 0; top + side <= height; top += side)
    for (let left = 0; left + side <= width; left += side) {
      const spectrum = transformed(transformed(windowed(data, (top * width + left) * 3, width)));
      for (let i = 0; i < power.length; i++)
        power[i] =
          (power[i] as number) + (spectrum[2 * i] as number) ** 2 + (spectrum[2 * i + 1] as number) ** 2;
      tiles++;
    }
  return power.map((sum) => sum / Math.max(1, tiles));
}

/** The lightness of a tile about its mean, under the window, as complex values: real and imaginary by turns. */
function windowed(data: Uint8Array, start: number, width: number): Float64Array {
  const tile = new Float64Array(2 * side * side);
  let sum = 0;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const i = start + (y * width + x) * 3;
      const [red, green, blue] = [data[i] as number, data[i + 1] as number, data[i + 2] as number];
      const lightness = 0.3 * red + 0.59 * green + 0.11 * blue;
      tile[2 * (y * side + x)] = lightness;
      sum += lightness;
    }
  const mean = sum / side ** 2;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = 2 * (y * side + x);
      tile[at] = ((tile[at] as number) - mean) * (hann[x] as number) * (hann[y] as number);
    }
  return tile;
}

/** Every row transformed, and rows turned to columns: done twice, it is the transform of the whole. */
function transformed(rows: Float64Array): Float64Array {
  const columns = new Float64Array(rows.length);
  const row = new Float64Array(2 * side);
  for (let y = 0; y < side; y++) {
    fft.transform(row, rows.subarray(2 * y * side, 2 * (y + 1) * side));
    for (let x = 0; x < side; x++) {
      columns[2 * (x * side + y)] = row[2 * x] as number;
      columns[2 * (x * side + y) + 1] = row[2 * x + 1] as number;
    }
  }
  return columns;
}
