import type { Picture } from '../kit/picture';
import type { Plane } from '../kit/plane';
import type { Point } from '../kit/shape';

/** A line the eye follows inside or across masses: rigging, whiskers, the corner of a mouth. Widths in pixels. */
export interface Line {
  readonly points: readonly Point[];
  readonly width: number;
}

/**
 * What stands before the painter: the motif as seen, and what a draughtsman knows about it. All in pixels of the work.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Side of the central square (the network's view) in pixels; strokes are sized by it. */
  readonly side: number;
  /** The motif in natural light and colour. */
  readonly colour: Picture;
  /** Lightness of `colour`, 0 to 1. */
  readonly tone: Plane;
  /** Which region each pixel shows; regions are numbered from the back. */
  readonly label: Uint8Array;
  readonly regionNames: readonly string[];
  /** Direction along the form, radians; turned by π it means the same. */
  readonly flow: Plane;
  /** How much the eye dwells here, 0 (empty sky) to 1 (a face). */
  readonly detail: Plane;
  readonly lines: readonly Line[];
}
