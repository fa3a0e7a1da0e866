/** An 8-bit sRGB picture: `data` is row-major, three bytes (R, G, B) a pixel, `width * height * 3` long. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** So many windows of an extreme shape, of one size, below each other (`windows.ts`). One where nothing is said. */
  readonly windows?: number;
}
