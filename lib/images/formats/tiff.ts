import { type TiffDirectory, tiffDirectories } from './tiff-directories';

/** Where in a TIFF the picture is, as libvips counts pages and SubIFDs. */
export interface TiffPlace {
  readonly page: number;
  /** Among the page's SubIFDs; −1: the page itself. */
  readonly subifd: number;
}

interface Candidate extends TiffPlace {
  readonly directory: TiffDirectory;
}

/**
 * The picture of a TIFF among its pages and their SubIFDs: the largest that is not flagged as a reduced copy; of
 * equals the first. Scanners and cameras may put a thumbnail before the picture, and pyramids add smaller copies.
 *
 * @returns null when the file has no directory that can be read
 */
export function tiffPicture(bytes: Uint8Array): Candidate | null {
  const candidates = tiffDirectories(bytes).directories.flatMap((directory, page): Candidate[] => [
    { page, subifd: -1, directory },
    ...directory.subDirectories.map((sub, subifd) => ({ page, subifd, directory: sub })),
  ]);
  const whole = candidates.filter(({ directory }) => !directory.isReduced);
  const pixels = ({ directory }: Candidate) => directory.width * directory.height;
  return (whole.length > 0 ? whole : candidates).reduce<Candidate | null>(
    (best, one) => (best === null || pixels(one) > pixels(best) ? one : best),
    null,
  );
}

const compressions: Readonly<Partial<Record<number, string>>> = {
  6: 'the old JPEG compression of TIFF 6.0',
  33003: 'JPEG 2000 compression',
  33004: 'JPEG 2000 compression',
  33005: 'JPEG 2000 compression',
  34661: 'JBIG compression',
  34712: 'JPEG 2000 compression',
  34887: 'LERC compression',
  34892: 'lossy DNG compression',
  34925: 'LZMA compression',
  50000: 'Zstandard compression',
  50002: 'JPEG XL compression',
};
const readCompressions = [1, 2, 3, 4, 5, 7, 8, 32773, 32946, 50001];

const photometrics: Readonly<Partial<Record<number, string>>> = {
  4: 'a transparency mask only',
  8: 'CIELAB colours',
  9: 'ICCLAB colours',
  10: 'ITULAB colours',
  32803: 'raw sensor values',
  32844: 'LogL values',
  32845: 'LogLuv values',
  34892: 'raw sensor values',
};
const readPhotometrics = [0, 1, 2, 3, 5, 6];

const sampleFormats: Readonly<Partial<Record<number, string>>> = {
  2: 'signed whole numbers',
  3: 'floating-point numbers',
  5: 'complex numbers',
  6: 'complex numbers',
};

const readBits = [1, 2, 4, 8, 16];

/** What this TIFF holds that cannot be read, in words that follow "holds" or "with"; null when there is nothing. */
export function unsupportedTiff({
  bitsPerSample,
  compression,
  photometric,
  sampleFormat,
}: TiffDirectory): string | null {
  if (!readCompressions.includes(compression))
    return compressions[compression] ?? `compression number ${compression}`;
  if (!readPhotometrics.includes(photometric))
    return photometrics[photometric] ?? `colours of kind ${photometric}`;
  const format = sampleFormats[sampleFormat];
  if (format) return format;
  if (!readBits.includes(bitsPerSample)) return `${bitsPerSample} bits a sample`;
  return null;
}
