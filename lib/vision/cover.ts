import type { Pixels } from './pixels';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A decoded picture that is read a few rows at a time, so that a large one is never held twice. */
export interface RowSource extends Size {
  /** `count` rows from `top` on, as RGBA, four bytes a pixel; alpha is passed over. */
  readRows(top: number, count: number): Uint8ClampedArray | Uint8Array;
}

/** Source rows read at once: enough to make the call cheap, few enough for a 50-megapixel picture. */
const stripRows = 256;
/** Lobes of the Lanczos kernel. */
const lobes = 3;

/**
 * Scales a picture until it covers a size, and cuts from the middle what is over: what `sharp` does with
 * `{ fit: 'cover' }`, in the way of libvips, so that a browser sees in a picture what the server sees. Boxes of
 * whole pixels are averaged first, as many as leave at least twice the size asked for; the rest is Lanczos-3.
 */
export function cover(source: RowSource, target: Size): Pixels {
  const factor = Math.min(source.width / target.width, source.height / target.height);
  const box = Math.max(1, Math.floor(factor / 2));
  const small = averageBoxes(source, box);
  const across = kernelOf(source.width / box, factor / box, target.width);
  const down = kernelOf(source.height / box, factor / box, target.height);
  return resample(small, across, down);
}

/** Each box of `box` × `box` pixels as its mean; at the far edges boxes are filled up with the last pixel. */
function averageBoxes(source: RowSource, box: number): Pixels {
  const width = Math.ceil(source.width / box);
  const height = Math.ceil(source.height / box);
  const data = new Uint8Array(width * height * 3);
  const rowsAtOnce = Math.max(1, Math.floor(stripRows / box));
  for (let first = 0; first < height; first += rowsAtOnce) {
    const top = first * box;
    const count = Math.min(rowsAtOnce * box, source.height - top);
    const rows = source.readRows(top, count);
    for (let y = first; y < Math.min(height, first + rowsAtOnce); y++)
      for (let x = 0; x < width; x++) {
        const mean = boxMean(rows, source.width, count, x * box, y * box - top, box);
        data.set(mean, (y * width + x) * 3);
      }
  }
  return { width, height, data };
}

function boxMean(
  rows: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
  left: number,
  top: number,
  box: number,
): [red: number, green: number, blue: number] {
  let [red, green, blue] = [0, 0, 0];
  for (let dy = 0; dy < box; dy++) {
    const row = Math.min(height - 1, top + dy) * width;
    for (let dx = 0; dx < box; dx++) {
      const at = (row + Math.min(width - 1, left + dx)) * 4;
      red += rows[at] as number;
      green += rows[at + 1] as number;
      blue += rows[at + 2] as number;
    }
  }
  const count = box * box;
  return [Math.round(red / count), Math.round(green / count), Math.round(blue / count)];
}

/** For each of the pixels kept along one side: which pixels it is made of, and how much of each. */
interface Kernel {
  readonly starts: Int32Array;
  readonly taps: number;
  /** [pixel][tap], each pixel's summing to 1. */
  readonly weights: Float32Array;
  /** Pixels that there are; taps beyond them fall on the first or last. */
  readonly length: number;
}

/** Of a side of `length` that is scaled down by `factor`, of which `kept` pixels in the middle stay. */
function kernelOf(length: number, factor: number, kept: number): Kernel {
  const scaled = Math.round(length / factor);
  const offset = Math.floor((scaled - kept + 1) / 2);
  // What whole pixels leave over of the side is shared by both ends.
  const shift = (length - scaled * factor) / 2;
  const stretch = Math.max(1, factor);
  const taps = 2 * Math.ceil(lobes * stretch) + 1;
  const starts = new Int32Array(kept);
  const weights = new Float32Array(kept * taps);
  for (let i = 0; i < kept; i++) {
    const centre = (i + offset + 0.5) * factor - 0.5 + shift;
    const start = Math.round(centre) - (taps >> 1);
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const weight = lanczos((start + tap - centre) / stretch);
      weights[i * taps + tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) weights[i * taps + tap] = (weights[i * taps + tap] as number) / sum;
    starts[i] = start;
  }
  return { starts, taps, weights, length: Math.ceil(length) };
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= lobes) return 0;
  const angle = Math.PI * x;
  return (lobes * Math.sin(angle) * Math.sin(angle / lobes)) / (angle * angle);
}

/** Down first, then across, rounded to bytes between, as libvips does. */
function resample({ width, data }: Pixels, across: Kernel, down: Kernel): Pixels {
  const rows = down.starts.length;
  const columns = across.starts.length;
  const lowered = new Uint8ClampedArray(rows * width * 3);
  const line = new Float32Array(width * 3);
  for (let y = 0; y < rows; y++) {
    line.fill(0);
    for (let tap = 0; tap < down.taps; tap++) {
      const weight = down.weights[y * down.taps + tap] as number;
      if (weight === 0) continue;
      const from = clamp((down.starts[y] as number) + tap, down.length) * width * 3;
      for (let i = 0; i < line.length; i++)
        line[i] = (line[i] as number) + weight * (data[from + i] as number);
    }
    lowered.set(line, y * width * 3);
  }
  const result = new Uint8ClampedArray(rows * columns * 3);
  for (let x = 0; x < columns; x++)
    for (let y = 0; y < rows; y++) {
      let [red, green, blue] = [0, 0, 0];
      for (let tap = 0; tap < across.taps; tap++) {
        const weight = across.weights[x * across.taps + tap] as number;
        const from = (y * width + clamp((across.starts[x] as number) + tap, across.length)) * 3;
        red += weight * (lowered[from] as number);
        green += weight * (lowered[from + 1] as number);
        blue += weight * (lowered[from + 2] as number);
      }
      result.set([red, green, blue], (y * columns + x) * 3);
    }
  return { width: columns, height: rows, data: new Uint8Array(result.buffer) };
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
