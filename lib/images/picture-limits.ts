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
  return { bytesMax: 25 * 2 ** 20, pixelsMax: 50e6, sideMin: 32, storedSideMax: 4096 };
}
