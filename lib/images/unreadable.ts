import { Problem } from '@/lib/platform/problem';
import { isAvifCutShort } from './formats/avif';
import { jpegOutline } from './formats/jpeg';
import { isPngCutShort } from './formats/png';
import { tiffDirectories } from './formats/tiff-directories';
import { pictureFormats, type PictureMediaType } from './picture-format';

const gifTrailer = 0x3b;

function isGifCutShort(bytes: Uint8Array): boolean {
  // Some writers pad the file with zeros.
  return bytes[bytes.findLastIndex((byte) => byte !== 0)] !== gifTrailer;
}

function isWebpCutShort(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.subarray(0, 8));
  return file.length < 8 || file.readUInt32LE(4) + 8 > bytes.length;
}

const isCutShort: Readonly<Record<PictureMediaType, (bytes: Uint8Array) => boolean>> = {
  'image/jpeg': (bytes) => jpegOutline(bytes).isCutShort,
  'image/png': isPngCutShort,
  'image/webp': isWebpCutShort,
  'image/avif': isAvifCutShort,
  'image/tiff': (bytes) => tiffDirectories(bytes).isCutShort,
  'image/gif': isGifCutShort,
};

/** Of bytes whose form is supported and that cannot be decoded all the same: were they cut short, or are they damaged? */
export function unreadable(mediaType: PictureMediaType, bytes: Uint8Array, cause: unknown): Problem {
  const { name } = pictureFormats[mediaType];
  const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.trim();
  const cut = isCutShort[mediaType](bytes);
  const message = cut
    ? `This ${name} file was cut short: it ends after ${bytes.length.toLocaleString('en')} bytes, before the picture does. Download or copy it again.`
    : `This ${name} file is damaged: it is all there, but part of it cannot be decoded. Save it again from the program that made it.`;
  return new Problem('unreadable-picture', message, { code: cut ? 'cut-short' : 'damaged', reason });
}
