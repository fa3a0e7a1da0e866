import { outlineSide } from '@/lib/vision/outline/outline';
import { type Pixels } from '@/lib/vision/pixels';
import { type Size, viewPart, type View } from '@/lib/vision/view';
import { cutWindows, scaledSize } from '@/lib/vision/windows';
import { type Sharp } from 'sharp';
import { openPicture } from './decoding';
import { pipelineOf, rawPixels } from './raw-pixels';
import { type Region, regionPixels, wholePicture } from './region';

/**
 * What a network is shown of a picture: the view's part of it, scaled to the view's size, cut evenly on both sides
 * where proportions differ. Pixels that have that size already are passed on untouched. Lanczos-3 for at
 * least the last factor of two: to shrink further while decoding saves a fifth of the time, and smears the texture that is
 * compared.
 * Of an extreme shape several windows are cut from the one scaled picture.
 *
 * @param bytes untrusted bytes, or a stored original
 * @param region what is taken for the whole picture, for instance without its frame; left out or null: all of it
 * @returns sRGB pixels
 * @throws Problem as {@link openPicture}
 */
export async function networkInput(
  bytes: Uint8Array,
  view: View,
  region: Region | null = null,
): Promise<Pixels> {
  const picture = await openPicture(bytes);
  return picture.decode((pipeline) => scaledTo(view, pipeline, picture, region ?? wholePicture));
}

/** The same of decoded pixels, all of them. */
export function networkInputOf(picture: Pixels, view: View): Promise<Pixels> {
  return scaledTo(view, pipelineOf(picture), picture, wholePicture);
}

async function scaledTo(view: View, pipeline: Sharp, picture: Size, region: Region): Promise<Pixels> {
  const within = regionPixels(region, picture);
  const { width, height } = scaledSize(view, within);
  const part = viewPart(view, within);
  const cut =
    part.width < picture.width || part.height < picture.height
      ? pipeline.extract({ ...part, left: within.left + part.left, top: within.top + part.top })
      : pipeline;
  const scaled = cut.resize(width, height, { fit: 'cover', position: 'centre', fastShrinkOnLoad: false });
  return cutWindows(await rawPixels(scaled), view, within);
}

/**
 * What the outline network is shown of a picture: all of it, stretched to a square.
 * @throws Problem as {@link openPicture}
 */
export async function outlineInput(bytes: Uint8Array): Promise<Pixels> {
  const picture = await openPicture(bytes);
  return picture.decode(stretched);
}

/** The same of decoded pixels. */
export function outlineInputOf(picture: Pixels): Promise<Pixels> {
  return stretched(pipelineOf(picture));
}

function stretched(pipeline: Sharp): Promise<Pixels> {
  return rawPixels(pipeline.resize(outlineSide, outlineSide, { fit: 'fill' }));
}
