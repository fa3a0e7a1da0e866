import { Problem } from '@/lib/platform/problem';
import type { DescriptorRecipe } from './descriptor';
import { fromHalf, toHalf } from './float16';
import type { Projection, ProjectionRecipe } from './projection';

/** What a projection was fitted for and on; stored in its file and compared when it is loaded. */
export interface ProjectionHeader {
  readonly format: 'gafu-projection-1';
  /** As in `Space.extractor`. */
  readonly extractor: string;
  readonly descriptor: DescriptorRecipe;
  readonly projection: ProjectionRecipe;
  readonly inputLength: number;
  readonly dimensions: number;
  /** How many pictures it was fitted on. */
  readonly pictures: number;
  /** Share of the descriptors' variance that the kept components hold, 0–1. */
  readonly explainedVariance: number;
}

const magic = 'GAFUPROJ';
const prefixBytes = magic.length + 4;

/**
 * File layout, little-endian: `GAFUPROJ`, header length in bytes (uint32), header (JSON, padded with spaces to a
 * multiple of 4), scale (float32 × dimensions), offset (float32 × dimensions), matrix (float16, row-major).
 * Rows are stretched to a largest value of 1 before rounding (their `scale` undoes it), so that half precision
 * costs about 0.03 % a value whatever the descriptor's unit. The offset should be computed from the rounded rows:
 * see {@link roundRows}.
 */
export function encodeProjection(header: ProjectionHeader, projection: Projection): Uint8Array {
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(
    json + ' '.repeat((4 - (new TextEncoder().encode(json).length % 4)) % 4),
  );
  const { dimensions, matrix, scale, offset } = projection;
  const bytes = new Uint8Array(prefixBytes + text.length + dimensions * 8 + matrix.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(magic.length, text.length, true);
  bytes.set(text, prefixBytes);
  let at = prefixBytes + text.length;
  for (const value of scale) view.setFloat32((at += 4) - 4, value, true);
  for (const value of offset) view.setFloat32((at += 4) - 4, value, true);
  for (const value of matrix) view.setUint16((at += 2) - 2, toHalf(value), true);
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
  if (
    header.format !== 'gafu-projection-1' ||
    bytes.length !== at + dimensions * 8 + inputLength * dimensions * 2
  )
    throw damaged;
  const scale = Float32Array.from({ length: dimensions }, () => view.getFloat32((at += 4) - 4, true));
  const offset = Float32Array.from({ length: dimensions }, () => view.getFloat32((at += 4) - 4, true));
  const halves = Float32Array.from({ length: 65_536 }, (_, bits) => fromHalf(bits));
  const matrix = new Float32Array(inputLength * dimensions);
  for (let i = 0; i < matrix.length; i++, at += 2) matrix[i] = halves[view.getUint16(at, true)] as number;
  return { header, projection: { inputLength, dimensions, matrix, scale, offset } };
}

/** Stretches each row to a largest value of 1 and rounds it to half precision, in place; returns what undoes the stretch. */
export function roundRows(matrix: Float32Array, rows: number): Float32Array {
  const length = matrix.length / rows;
  return Float32Array.from({ length: rows }, (_, row) => {
    const values = matrix.subarray(row * length, (row + 1) * length);
    let largest = 0;
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    if (largest === 0) return 0;
    for (let i = 0; i < values.length; i++) values[i] = fromHalf(toHalf((values[i] as number) / largest));
    return largest;
  });
}
