import sharp, { type Sharp } from 'sharp';
import { type Pixels } from '@/lib/vision/pixels';

/** What a pipeline of a decoded picture yields, as `OpenedPicture.decode` gives it: sRGB without alpha. */
export async function rawPixels(pipeline: Sharp): Promise<Pixels> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`expected 3 channels, decoded ${info.channels}`);
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** Decoded pixels as a pipeline, to go on with. */
export function pipelineOf({ width, height, data }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
