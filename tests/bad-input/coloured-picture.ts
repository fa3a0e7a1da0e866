import sharp from 'sharp';
import {
  colourSpaces,
  fromLight,
  invert,
  multiply,
  toD50,
  toLight,
  type ColourSpace,
  type ToneCurve,
} from './icc-profile';

export const width = 96;
export const height = 64;

/** Samples between 0 and 1, chunky. */
export interface Samples {
  readonly channels: number;
  readonly values: Float64Array;
}

/** A picture in sRGB with muted colours, which every colour space that is tried can hold, and some texture. */
export function reference(): Samples {
  const values = new Float64Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const wave = 0.5 + 0.5 * Math.sin(x * 0.7 + y * 0.31);
      const level = (low: number, high: number, share: number) =>
        Math.round(low + (high - low) * share) / 255;
      values[at] = level(90, 190, 0.6 * (x / width) + 0.4 * wave);
      values[at + 1] = level(80, 170, 0.7 * (y / height) + 0.3 * wave);
      values[at + 2] = level(70, 150, 1 - 0.5 * (x / width) - 0.5 * wave);
    }
  return { channels: 3, values };
}

/** Grey levels in sRGB, dark to light. */
export function greyReference(): Samples {
  const values = new Float64Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    values[i] = Math.round(20 + 210 * (0.8 * (x / width) + 0.2 * (0.5 + 0.5 * Math.sin(y * 0.6 + x)))) / 255;
  }
  return { channels: 1, values };
}

/** The same colours, as another RGB space writes them: computed here, without a colour engine. */
export function inSpace({ values }: Samples, space: ColourSpace): Samples {
  const matrix = multiply(invert(toD50(space.primaries)), toD50(colourSpaces.sRGB.primaries));
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 3) {
    const light = [0, 1, 2].map((c) => toLight('srgb', values[i + c] ?? 0));
    matrix.forEach((row, c) => {
      const own = row.reduce((sum, weight, k) => sum + weight * (light[k] ?? 0), 0);
      result[i + c] = fromLight(space.curve, own);
    });
  }
  return { channels: 3, values: result };
}

/** The same greys with another tone curve. */
export function withCurve({ values }: Samples, curve: ToneCurve): Samples {
  return { channels: 1, values: values.map((value) => fromLight(curve, toLight('srgb', value))) };
}

/** Adds an alpha channel that goes from opaque to half transparent, left to right. */
export function withAlpha({ channels, values }: Samples): Samples {
  const result = new Float64Array((values.length / channels) * (channels + 1));
  for (let pixel = 0; pixel < values.length / channels; pixel++) {
    for (let c = 0; c < channels; c++) result[pixel * (channels + 1) + c] = values[pixel * channels + c] ?? 0;
    result[pixel * (channels + 1) + channels] = 1 - (0.5 * (pixel % width)) / width;
  }
  return { channels: channels + 1, values: result };
}

/** Samples as whole numbers of 8 or 16 bits. */
export function encode({ values }: Samples, bits: 8 | 16, order: 'big' | 'little' = 'big'): Buffer {
  if (bits === 8) return Buffer.from(values.map((value) => Math.round(value * 255)));
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => {
    const level = Math.round(value * 65_535);
    if (order === 'big') bytes.writeUInt16BE(level, i * 2);
    else bytes.writeUInt16LE(level, i * 2);
  });
  return bytes;
}

/** The plain 8-bit sRGB PNG that another form of the picture is compared with; alpha laid on white here. */
export function plainPng({ channels, values }: Samples): Promise<Buffer> {
  const colours = channels > 2 ? 3 : 1;
  const data = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = channels > colours ? (values[pixel * channels + colours] ?? 1) : 1;
    for (let c = 0; c < 3; c++) {
      const value = values[pixel * channels + Math.min(c, colours - 1)] ?? 0;
      data[pixel * 3 + c] = Math.round(255 * (value * alpha + 1 - alpha));
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
