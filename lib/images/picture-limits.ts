import { settings } from '@/lib/platform/settings';

/** What a picture may be. */
export interface PictureLimits {
  readonly bytesMax: number;
  readonly pixelsMax: number;
  /** Pixels on the short side: below it there is no brushwork to compare. */
  readonly sideMin: number;
  /** Pixels on the long side of the stored original: enough to fill a large screen and to zoom in twice. */
  readonly storedSideMax: number;
}

export function pictureLimits(): PictureLimits {
  const { uploadBytesMax, pixelsMax } = settings();
  return { bytesMax: uploadBytesMax, pixelsMax, sideMin: 32, storedSideMax: 4096 };
}

/** `25 MB`: bytes for a person. */
export function megabytes(bytes: number): string {
  return `${Number((bytes / 2 ** 20).toFixed(1))} MB`;
}
