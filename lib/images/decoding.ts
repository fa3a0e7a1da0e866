import sharp, { type Metadata, type Sharp } from 'sharp';
import { Problem } from '@/lib/platform/problem';
import { type Size } from '@/lib/vision/view';
import { withinDecodeBudget, type DecodeStage } from './decode-budget';
import { allowedPictures, pictureFormats, pictureMediaType, type PictureMediaType } from './picture-format';
import { megabytes, pictureLimits } from './picture-limits';
import { inSrgb } from './in-srgb';
import { pictureForm } from './picture-form';
import { unreadable } from './unreadable';

// libvips has many more decoders (SVG through librsvg among them): untrusted bytes reach only these.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadTiffBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
// Every picture comes from a buffer of its own, so libvips' operation cache would only hold memory.
sharp.cache(false);

/** A picture whose header was read and found within the limits; its pixels are not decoded yet. */
export interface OpenedPicture {
  readonly mediaType: PictureMediaType;
  /** Pixels after EXIF rotation. */
  readonly width: number;
  readonly height: number;
  /**
   * Decodes and does what `use` asks of the pipeline, which yields upright 8-bit sRGB without alpha (laid on
   * white) and without metadata. Waits while the process decodes too many pixels already.
   *
   * @param stage what it is timed as
   * @throws Problem `unreadable-picture` when the bytes are damaged or cut short.
   */
  decode<T>(use: (picture: Sharp) => Promise<T>, stage?: DecodeStage): Promise<T>;
}

const megapixels = (pixels: number) => `${(pixels / 1e6).toFixed(1)} megapixels`;

/** @throws Problem `invalid-request` or `too-large`: the size of the file, judged before anything is read. */
export function checkSizeBytes(sizeBytes: number): void {
  const { bytesMax } = pictureLimits();
  if (sizeBytes === 0) {
    throw new Problem('invalid-request', `The file is empty (0 bytes). Allowed: a ${allowedPictures}.`, {
      code: 'empty-file',
    });
  }
  if (sizeBytes > bytesMax) {
    throw new Problem(
      'too-large',
      `The file has ${megabytes(sizeBytes)}; at most ${megabytes(bytesMax)} are allowed. Save it smaller or as JPEG.`,
      { code: 'file-too-large', sizeBytes, bytesMax },
    );
  }
}

/** @throws Problem `unsupported-picture` for what is too small or too narrow. */
export function checkShape({ width, height }: Size): void {
  const { sideMin, aspectMax } = pictureLimits();
  const shortSide = Math.min(width, height);
  if (shortSide < sideMin) {
    throw new Problem(
      'unsupported-picture',
      `The picture has ${width} × ${height} pixels; each side needs at least ${sideMin}. Send a larger copy.`,
      { code: 'too-few-pixels', width, height, sideMin },
    );
  }
  // Half a pixel more, since what was stored within the limit has rounded sides.
  if (Math.max(width, height) > (shortSide + 0.5) * aspectMax) {
    throw new Problem(
      'unsupported-picture',
      `The picture has ${width} × ${height} pixels, too narrow a strip: its long side may be at most ${aspectMax} times the short one. Cut it into parts.`,
      { code: 'too-narrow', width, height, aspectMax },
    );
  }
}

function checkHeader(mediaType: PictureMediaType, { width, height, pages = 1 }: Metadata): void {
  const { name, memoryFactor } = pictureFormats[mediaType];
  const pixelsMax = pictureLimits().pixelsMax / memoryFactor;
  if (width * height > pixelsMax) {
    throw new Problem(
      'too-large',
      `The picture has ${width} × ${height} = ${megapixels(width * height)}; at most ${megapixels(pixelsMax)} are allowed in ${name}. Scale it down.`,
      { code: 'too-many-pixels', width, height, pixelsMax },
    );
  }
  checkShape({ width, height });
  // The pages of a TIFF are smaller copies or sheets, not frames.
  if (pages > 1 && mediaType !== 'image/tiff') {
    throw new Problem(
      'unsupported-picture',
      `This ${name} is animated (${pages} frames), and Gafu reads still pictures. Save one frame of it. Allowed: ${allowedPictures}.`,
      { code: 'animated', frames: pages },
    );
  }
}

/**
 * Reads the header of untrusted bytes and checks it: kind (by content), size, pixels, frames.
 *
 * @throws Problem `invalid-request`, `too-large`, `unsupported-picture` or `unreadable-picture`; each message
 *   names what was found and what is allowed.
 */
export async function openPicture(bytes: Uint8Array): Promise<OpenedPicture> {
  checkSizeBytes(bytes.byteLength);
  const mediaType = await pictureMediaType(bytes);
  const { decoder, memoryFactor } = pictureFormats[mediaType];
  const { place, colours } = pictureForm(mediaType, bytes);
  const source = place ? { page: place.page, tiff: { subifd: place.subifd } } : {};
  const header = await sharp(bytes, { ...source, limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw unreadable(mediaType, bytes, cause);
    });
  if (header.format !== decoder) throw unreadable(mediaType, bytes, `its content is ${header.format}`);
  checkHeader(mediaType, header);
  const { width, height } = header.autoOrient;
  const cost = { pixels: header.width * header.height * memoryFactor, sizeBytes: bytes.byteLength };
  return {
    mediaType,
    width,
    height,
    decode(use, stage) {
      const decode = async () => {
        const picture = sharp(bytes, {
          ...source,
          autoOrient: true,
          failOn: 'error',
          limitInputPixels: pictureLimits().pixelsMax,
        });
        try {
          return await use(inSrgb(picture.flatten({ background: '#ffffff' }), header, colours));
        } catch (cause) {
          throw unreadable(mediaType, bytes, cause);
        }
      };
      return withinDecodeBudget(cost, decode, stage);
    },
  };
}
