import type { RowSource } from '../cover';
import { extremeAspect } from '../extreme-shape';
import { DeviceError } from './messages';

/** Shorter sides than the server takes show no brushwork to compare either. */
const sideMinPx = 32;

/**
 * Decodes a picture as the server does: upright, in sRGB.
 * @throws DeviceError `undecodable`
 */
export async function decodePicture(picture: Blob | ImageBitmap): Promise<ImageBitmap> {
  const bitmap =
    picture instanceof ImageBitmap
      ? picture
      : await createImageBitmap(picture, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
          throw new DeviceError('undecodable', String(cause));
        });
  if (Math.min(bitmap.width, bitmap.height) < sideMinPx)
    throw new DeviceError('undecodable', `${bitmap.width} × ${bitmap.height} pixels are too few`);
  return bitmap;
}

/** Its pixels, read in strips, what is transparent on white. */
export function rowsOf(bitmap: ImageBitmap): RowSource {
  const { width, height } = bitmap;
  let canvas = new OffscreenCanvas(1, 1);
  return {
    width,
    height,
    readRows(top, count) {
      if (canvas.width !== width || canvas.height !== count) canvas = new OffscreenCanvas(width, count);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new DeviceError('unable', 'there is no canvas to read pixels from');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, count);
      context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count);
      return context.getImageData(0, 0, width, count).data;
    },
  };
}

/** A JPEG of the picture, at most `sidePx` pixels on its long side; of an extreme shape the middle alone. */
export async function previewOf(bitmap: ImageBitmap, sidePx: number): Promise<Blob> {
  const shownWidth = Math.min(bitmap.width, bitmap.height * extremeAspect);
  const shownHeight = Math.min(bitmap.height, bitmap.width * extremeAspect);
  const [left, top] = [(bitmap.width - shownWidth) / 2, (bitmap.height - shownHeight) / 2];
  const scale = Math.min(1, sidePx / Math.max(shownWidth, shownHeight));
  const width = Math.max(1, Math.round(shownWidth * scale));
  const height = Math.max(1, Math.round(shownHeight * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new DeviceError('unable', 'there is no canvas to draw on');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, left, top, shownWidth, shownHeight, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
