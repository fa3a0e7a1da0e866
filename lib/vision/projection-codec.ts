import { Problem } from '@/lib/platform/problem';
import type { DescriptorRecipe } from './descriptor';
import { fromHalf, toHalf } from './float16';
import type { FittedRecipe, MatrixEncoding, Projection } from './projection';

/** How the matrix is written, by the format that the header names. Files of the first are read for ever. */
const encodings = {
  'gafu-projection-1': 'float16',
  'gafu-projection-2': 'int8',
} as const satisfies Record<string, MatrixEncoding>;

export type ProjectionFormat = keyof typeof encodings;

/** What a projection was fitted for and on; stored in its file and compared when it is loaded. */
export interface ProjectionHeader {
  readonly format: ProjectionFormat;
  /** As in `Space.extractor`. */
  readonly extractor: string;
  readonly descriptor: DescriptorRecipe;
  readonly projection: FittedRecipe;
  readonly inputLength: number;
  readonly dimensions: number;
  /** How many pictures it was fitted on. */
  readonly pictures: number;
  /** Share of the descriptors' variance that the kept components hold, 0–1. */
  readonly explainedVariance: number;
}

const magic = 'GAFUPROJ';
const prefixBytes = magic.length + 4;

/** What a value between -1 and 1 is multiplied by to become a signed byte; -128 is not used. */
const byteSteps = 127;

/** The format that a recipe's projection is stored in. */
export function projectionFormat({ encoding = 'float16' }: FittedRecipe): ProjectionFormat {
  return encoding === 'int8' ? 'gafu-projection-2' : 'gafu-projection-1';
}

/**
 * File layout, little-endian: `GAFUPROJ`, header length in bytes (uint32), header (JSON, padded with spaces to a
 * multiple of 4), scale (float32 × dimensions), offset (float32 × dimensions), matrix (row-major; float16 in
 * `gafu-projection-1`, signed bytes of 1/127 in `gafu-projection-2`). Rows are stretched to a largest value of 1
 * before rounding (their `scale` undoes it), so that half precision costs about 0.03 % a value whatever the
 * descriptor's unit, and a byte at most 0.4 % of the row's largest. The offset should be computed from the rounded
 * rows: see {@link roundRows}.
 */
export function encodeProjection(header: ProjectionHeader, projection: Projection): Uint8Array {
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(
    json + ' '.repeat((4 - (new TextEncoder().encode(json).length % 4)) % 4),
  );
  const { dimensions, matrix, scale, offset } = projection;
  const { bytesEach, write } = codecs[encodings[header.format]];
  const bytes = new Uint8Array(prefixBytes + text.length + dimensions * 8 + matrix.length * bytesEach);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(magic.length, text.length, true);
  bytes.set(text, prefixBytes);
  let at = prefixBytes + text.length;
  for (const value of scale) view.setFloat32((at += 4) - 4, value, true);
  for (const value of offset) view.setFloat32((at += 4) - 4, value, true);
  for (const value of matrix) write(view, (at += bytesEach) - bytesEach, value);
  return bytes;
}

/** @throws Problem `conflict` when the bytes are no projection, or are cut short. */
export function decodeProjection(bytes: Uint8Array): { header: ProjectionHeader; projection: Projection } {
  const damaged = new Problem(
    'conflict',
    'This is not a projection file of Gafu, or it is damaged. Fit it again: gafu fit.',
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < prefixBytes || new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic)
    throw damaged;
  const textLength = view.getUint32(magic.length, true);
  if (prefixBytes + textLength > bytes.length) throw damaged;
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(prefixBytes, prefixBytes + textLength)),
  ) as ProjectionHeader;
  const { inputLength, dimensions } = header;
  let at = prefixBytes + textLength;
  if (!Object.hasOwn(encodings, header.format)) throw damaged;
  const { bytesEach, reader } = codecs[encodings[header.format]];
  if (bytes.length !== at + dimensions * 8 + inputLength * dimensions * bytesEach) throw damaged;
  const scale = Float32Array.from({ length: dimensions }, () => view.getFloat32((at += 4) - 4, true));
  const offset = Float32Array.from({ length: dimensions }, () => view.getFloat32((at += 4) - 4, true));
  const read = reader(view);
  const matrix = new Float32Array(inputLength * dimensions);
  for (let i = 0; i < matrix.length; i++, at += bytesEach) matrix[i] = read(at);
  return { header, projection: { inputLength, dimensions, matrix, scale, offset } };
}

/**
 * Stretches each row to a largest value of 1 and rounds it as it will be stored, in place; returns what undoes the
 * stretch.
 */
export function roundRows(
  matrix: Float32Array,
  rows: number,
  encoding: MatrixEncoding = 'float16',
): Float32Array {
  const length = matrix.length / rows;
  const { round } = codecs[encoding];
  return Float32Array.from({ length: rows }, (_, row) => {
    const values = matrix.subarray(row * length, (row + 1) * length);
    let largest = 0;
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    if (largest === 0) return 0;
    for (let i = 0; i < values.length; i++) values[i] = round((values[i] as number) / largest);
    return largest;
  });
}

interface MatrixCodec {
  readonly bytesEach: number;
  round(value: number): number;
  write(view: DataView, at: number, value: number): void;
  /** Reads single values of a file; what it needs is made once. */
  reader(view: DataView): (at: number) => number;
}

const codecs: Readonly<Record<MatrixEncoding, MatrixCodec>> = {
  float16: {
    bytesEach: 2,
    round: (value) => fromHalf(toHalf(value)),
    write: (view, at, value) => view.setUint16(at, toHalf(value), true),
    reader: (view) => {
      const halves = Float32Array.from({ length: 65_536 }, (_, bits) => fromHalf(bits));
      return (at) => halves[view.getUint16(at, true)] as number;
    },
  },
  int8: {
    bytesEach: 1,
    round: (value) => Math.round(value * byteSteps) / byteSteps,
    write: (view, at, value) => view.setInt8(at, Math.round(value * byteSteps)),
    reader: (view) => (at) => view.getInt8(at) / byteSteps,
  },
};
