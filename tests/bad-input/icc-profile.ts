/** A tone curve as `y = x ^ gamma`, or sRGB's own. */
export type ToneCurve = number | 'srgb';

/** Chromaticities (x, y) of red, green, blue and white. */
export interface Primaries {
  readonly red: readonly [number, number];
  readonly green: readonly [number, number];
  readonly blue: readonly [number, number];
  readonly white: readonly [number, number];
}

export interface ColourSpace {
  readonly primaries: Primaries;
  readonly curve: ToneCurve;
}

const d65 = [0.3127, 0.329] as const;
const d50 = [0.3457, 0.3585] as const;

/** RGB colour spaces as their standards define them. */
export const colourSpaces = {
  sRGB: {
    primaries: { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06], white: d65 },
    curve: 'srgb',
  },
  'Adobe RGB': {
    primaries: { red: [0.64, 0.33], green: [0.21, 0.71], blue: [0.15, 0.06], white: d65 },
    curve: 563 / 256,
  },
  ProPhoto: {
    primaries: {
      red: [0.734699, 0.265301],
      green: [0.159597, 0.840403],
      blue: [0.036598, 0.000105],
      white: d50,
    },
    curve: 1.8,
  },
} as const satisfies Record<string, ColourSpace>;

export type Matrix = readonly (readonly number[])[];

export function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)),
  );
}

export function invert(m: Matrix): number[][] {
  const at = (i: number, j: number) => m[i % 3]?.[j % 3] ?? 0;
  const cofactor = (i: number, j: number) =>
    at(i + 1, j + 1) * at(i + 2, j + 2) - at(i + 1, j + 2) * at(i + 2, j + 1);
  const determinant = [0, 1, 2].reduce((sum, j) => sum + at(0, j) * cofactor(0, j), 0);
  return [0, 1, 2].map((i) => [0, 1, 2].map((j) => cofactor(j, i) / determinant));
}

const xyz = ([x, y]: readonly [number, number]) => [[x / y], [1], [(1 - x - y) / y]];

const bradford = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

/** Linear RGB → XYZ as a profile's connection space has it: adapted to D50 (Bradford). */
export function toD50({ red, green, blue, white }: Primaries): number[][] {
  const columns = [red, green, blue].map((corner) => xyz(corner).map(([value = 0]) => value));
  const unscaled = [0, 1, 2].map((row) => columns.map((column) => column[row] ?? 0));
  const scale = multiply(invert(unscaled), xyz(white)).map(([value = 0]) => value);
  const native = unscaled.map((row) => row.map((value, i) => value * (scale[i] ?? 0)));
  const cones = (w: readonly [number, number]) => multiply(bradford, xyz(w)).map(([value = 0]) => value);
  const [from, to] = [cones(white), cones(d50)];
  const gains = from.map((value, i) => from.map((_, j) => (i === j ? (to[i] ?? 0) / value : 0)));
  return multiply(multiply(invert(bradford), multiply(gains, bradford)), native);
}

/** Encoded 0–1 → light 0–1. */
export function toLight(curve: ToneCurve, value: number): number {
  if (curve !== 'srgb') return value ** curve;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Light 0–1 → encoded 0–1. */
export function fromLight(curve: ToneCurve, light: number): number {
  const clipped = Math.min(1, Math.max(0, light));
  if (curve !== 'srgb') return clipped ** (1 / curve);
  return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
}

const fixed = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
};

const signed = (name: string, ...bodies: Buffer[]) =>
  Buffer.concat([Buffer.from(`${name}\0\0\0\0`), ...bodies]);

/** ICC.1:2010 10.15: `para`, a plain gamma or sRGB's piecewise curve. */
function curveTag(curve: ToneCurve): Buffer {
  const [kind, ...values] =
    curve === 'srgb' ? [3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] : [0, curve];
  return signed('para', Buffer.from([0, kind ?? 0, 0, 0]), ...values.map(fixed));
}

const xyzTag = (values: readonly number[]) => signed('XYZ ', ...values.map(fixed));

function profile(colours: 'RGB ' | 'GRAY', tags: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tags);
  let offset = 128 + 4 + entries.length * 12;
  const table = Buffer.alloc(4 + entries.length * 12);
  table.writeUInt32BE(entries.length);
  entries.forEach(([name, body], i) => {
    table.write(name, 4 + i * 12, 'latin1');
    table.writeUInt32BE(offset, 8 + i * 12);
    table.writeUInt32BE(body.length, 12 + i * 12);
    offset += body.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset);
  header.writeUInt32BE(0x04300000, 8);
  header.write(`mntr${colours}XYZ `, 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((value, i) => fixed(value).copy(header, 68 + i * 4));
  return Buffer.concat([header, table, ...entries.map(([, body]) => body)]);
}

/** A display profile of three primaries and one tone curve. */
export function rgbProfile({ primaries, curve }: ColourSpace): Buffer {
  const matrix = toD50(primaries);
  const column = (i: number) => xyzTag(matrix.map((row) => row[i] ?? 0));
  const tone = curveTag(curve);
  return profile('RGB ', {
    wtpt: xyzTag([0.9642, 1, 0.8249]),
    rXYZ: column(0),
    gXYZ: column(1),
    bXYZ: column(2),
    rTRC: tone,
    gTRC: tone,
    bTRC: tone,
  });
}

export function greyProfile(curve: ToneCurve): Buffer {
  return profile('GRAY', { wtpt: xyzTag([0.9642, 1, 0.8249]), kTRC: curveTag(curve) });
}
