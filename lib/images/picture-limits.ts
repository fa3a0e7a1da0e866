import { settings } from '@/lib/platform/settings';

/** What a picture may be. */
export interface PictureLimits {
  readonly bytesMax: number;
  readonly pixelsMax: number;
  /** Pixels on the short side: below it there is no brushwork to compare. */
  readonly sideMin: number;
  /** Pixels on the long side of the stored original: enough to fill a large screen and to zoom in twice. */
  readonly storedSideMax: number;
  /** Of a long shape the short side is kept so long, beyond `storedSideMax` for the long one: it is embedded in parts. */
  readonly storedShortSideMin: number;
  /** Width ÷ height, or the other way round. */
  readonly aspectMax: number;
}

export function pictureLimits(): PictureLimits {
  const { uploadBytesMax, pixelsMax } = settings();
  return {
    bytesMax: uploadBytesMax,
    pixelsMax,
    sideMin: 32,
    storedSideMax: 4096,
    storedShortSideMin: 512,
    aspectMax: 128,
  };
}

/** `25 MB`: bytes for a person. */
export function megabytes(bytes: number): string {
  return `${Number((bytes / 2 ** 20).toFixed(1))} MB`;
}
