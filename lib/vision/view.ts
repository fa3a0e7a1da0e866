/** Where in a picture a view looks. */
export const frames = ['square', 'whole', 'top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

/**
 * - `square`: the largest square in the middle;
 * - `whole`: all of the picture in its own proportions, at most 3 : 1, scaled to the area of a square of `sizePx`;
 *   of shapes beyond 4 : 1 several windows of 3 : 1 (`windows.ts`);
 * - a corner: the square in that corner, two thirds as long as the short side, for experiments with several crops.
 */
export type Frame = (typeof frames)[number];

/** What of a picture a network is shown. */
export interface View {
  readonly frame: Frame;
  /** Side of the square, or the root of the area of what is not square, in pixels. */
  readonly sizePx: number;
}

/** What VGG19 was trained on and the 2019 article used. */
export const squareView: View = { frame: 'square', sizePx: 224 };

/** As it stands in the name of a space: `square-224`. */
export function viewId({ frame, sizePx }: View): string {
  return `${frame}-${sizePx}`;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sides are multiples of it: three poolings by two, and four more columns for a grid that divides them. */
const stepPx = 32;
const aspectMax = 3;

/** Width and height in pixels of what the network is shown of a picture of this size. */
export function viewSize({ frame, sizePx }: View, { width, height }: Size): Size {
  if (frame !== 'whole') return { width: sizePx, height: sizePx };
  const aspect = Math.min(aspectMax, Math.max(1 / aspectMax, width / height));
  const side = (length: number) => Math.max(stepPx, Math.round(length / stepPx) * stepPx);
  return { width: side(sizePx * Math.sqrt(aspect)), height: side(sizePx / Math.sqrt(aspect)) };
}

const cornerShare = 2 / 3;

/** The part of a picture of this size that is scaled, cut from its middle as far as proportions differ. */
export function viewPart({ frame }: View, { width, height }: Size): Size & { left: number; top: number } {
  if (frame === 'square' || frame === 'whole') return { left: 0, top: 0, width, height };
  const side = Math.max(1, Math.round(Math.min(width, height) * cornerShare));
  return {
    left: frame.endsWith('left') ? 0 : width - side,
    top: frame.startsWith('top') ? 0 : height - side,
    width: side,
    height: side,
  };
}
