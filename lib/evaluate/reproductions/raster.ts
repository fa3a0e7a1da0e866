import sharp, { type Sharp } from 'sharp';
import { openPicture } from '@/lib/images/decoding';
import type { Draw } from './draw';

/** Red, green and blue, 0–1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A picture to calculate with: [y][x][red, green, blue], 0–1, not clipped. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** @throws Problem as {@link openPicture} */
export async function readRaster(bytes: Uint8Array): Promise<Raster> {
  const picture = await openPicture(bytes);
  return picture.decode((pipeline) => rasterOf(pipeline));
}

async function rasterOf(pipeline: Sharp): Promise<Raster> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const values = new Float32Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++)
      values[pixel * 3 + channel] = (data[pixel * channels + (channels < 3 ? 0 : channel)] as number) / 255;
  return { width, height, data: values };
}

function toSharp({ width, height, data }: Raster): Sharp {
  const bytes = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i++) bytes[i] = (data[i] as number) * 255;
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

/** Every pixel in another colour. */
export function recoloured(
  { width, height, data }: Raster,
  colourOf: (colour: Colour, x: number, y: number) => Colour,
): Raster {
  return painted(width, height, (x, y) => {
    const at = (y * width + x) * 3;
    return colourOf([data[at] as number, data[at + 1] as number, data[at + 2] as number], x, y);
  });
}

/** A raster whose every pixel is calculated. */
export function painted(width: number, height: number, colourOf: (x: number, y: number) => Colour): Raster {
  const data = new Float32Array(width * height * 3);
  let at = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colourOf(x, y);
      data[at++] = colour[0];
      data[at++] = colour[1];
      data[at++] = colour[2];
    }
  return { width, height, data };
}

/** Both sides times `factor`, at least 32 pixels each. */
export function scaled(raster: Raster, factor: number): Promise<Raster> {
  const [width, height] = [raster.width, raster.height].map((side) =>
    Math.max(32, Math.round(side * factor)),
  );
  return rasterOf(toSharp(raster).resize(width, height, { fit: 'fill' }));
}

/** The long side in pixels. */
export function scaledTo(raster: Raster, sidePx: number): Promise<Raster> {
  return scaled(raster, sidePx / Math.max(raster.width, raster.height));
}

/** By a Gaussian of this deviation; less than a third of a pixel is none. */
export async function blurred(raster: Raster, deviationPx: number): Promise<Raster> {
  return deviationPx < 0.3 ? raster : rasterOf(toSharp(raster).blur(deviationPx));
}

export function sharpened(raster: Raster, deviationPx: number): Promise<Raster> {
  return rasterOf(toSharp(raster).sharpen({ sigma: deviationPx }));
}

/** Left and right exchanged. */
export function mirrored(raster: Raster): Promise<Raster> {
  return rasterOf(toSharp(raster).flop());
}

/** A part of it, given in shares of its sides from the top left. */
export function cropped(
  raster: Raster,
  part: { left: number; top: number; width: number; height: number },
): Promise<Raster> {
  const left = Math.floor(part.left * raster.width);
  const top = Math.floor(part.top * raster.height);
  const width = Math.max(1, Math.min(raster.width - left, Math.round(part.width * raster.width)));
  const height = Math.max(1, Math.min(raster.height - top, Math.round(part.height * raster.height)));
  return rasterOf(toSharp(raster).extract({ left, top, width, height }));
}

/** Up to `shareMax` lost at each side. */
export function trimmed(raster: Raster, draw: Draw, shareMax: number): Promise<Raster> {
  const [left, top, right, bottom] = Array.from({ length: 4 }, () => draw.between(0, shareMax)) as [
    number,
    number,
    number,
    number,
  ];
  return cropped(raster, { left, top, width: 1 - left - right, height: 1 - top - bottom });
}

export function toJpeg(raster: Raster, draw: Draw, [low, high]: readonly [number, number]): Promise<Buffer> {
  return toSharp(raster)
    .jpeg({ quality: Math.round(draw.between(low, high)) })
    .toBuffer();
}
