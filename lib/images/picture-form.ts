import { Problem } from '@/lib/platform/problem';
import { avifCodePoints, isAvifSequence } from './formats/avif';
import { codedColour, type CodePoints } from './formats/coded-colour';
import { jpegOutline, unsupportedJpeg } from './formats/jpeg';
import { pngCodePoints } from './formats/png';
import { tiffPicture, type TiffPlace, unsupportedTiff } from './formats/tiff';
import { pictureFormats, type PictureMediaType } from './picture-format';

/** What has to be known of a file before libvips reads it. */
export interface PictureForm {
  /** Which of a TIFF's pictures is meant. */
  readonly place: TiffPlace | null;
  /** What its colours are if it has no ICC profile. */
  readonly colours: 'srgb' | 'p3';
}

const plain: PictureForm = { place: null, colours: 'srgb' };

/**
 * @throws Problem `unsupported-picture` for a form of the format that cannot be read, by its name: 12-bit TIFF,
 *   lossless JPEG, AVIF sequence, HDR, …
 */
export function pictureForm(mediaType: PictureMediaType, bytes: Uint8Array): PictureForm {
  switch (mediaType) {
    case 'image/tiff': {
      const picture = tiffPicture(bytes);
      const unsupported = picture && unsupportedTiff(picture.directory);
      if (unsupported) throw refusal(mediaType, unsupported, 'Save it as RGB, 8 or 16 bits a sample, LZW.');
      return picture ? { ...plain, place: picture } : plain;
    }
    case 'image/jpeg': {
      const { frame } = jpegOutline(bytes);
      const unsupported = frame && unsupportedJpeg(frame);
      if (unsupported) throw refusal(mediaType, unsupported, 'Save it as baseline or progressive JPEG.');
      return plain;
    }
    case 'image/avif':
      if (isAvifSequence(bytes))
        throw new Problem(
          'unsupported-picture',
          'This AVIF is a sequence of frames, and Gafu reads still pictures. Save one frame of it.',
          { code: 'animated', unsupported: 'sequence' },
        );
      return withColours(mediaType, avifCodePoints(bytes));
    case 'image/png':
      return withColours(mediaType, pngCodePoints(bytes));
    default:
      return plain;
  }
}

function withColours(mediaType: PictureMediaType, points: CodePoints | null): PictureForm {
  const colours = points ? codedColour(points) : 'srgb';
  if (typeof colours === 'object')
    throw refusal(mediaType, colours.unsupported, 'Save it in sRGB (standard dynamic range).');
  return { place: null, colours };
}

function refusal(mediaType: PictureMediaType, unsupported: string, advice: string): Problem {
  const { name } = pictureFormats[mediaType];
  return new Problem(
    'unsupported-picture',
    `This is a ${name} with ${unsupported}, a form of ${name} that Gafu does not read. ${advice}`,
    { code: 'unsupported-form', unsupported },
  );
}
