import type { Picture } from '../kit/picture';
import type { Random } from '../kit/random';
import type { Scene } from '../scene/scene';

/** A manner of painting, and the invented artist who uses it. */
export interface Painter {
  readonly id: string;
  readonly artist: string;
  readonly movement: string;
  readonly medium: string;
  /** First and last year of activity, inclusive. */
  readonly years: readonly [number, number];
  /** How the catalogue describes the manner; completes "…, painted by code in". */
  readonly manner: string;
  /** Quality of the stored WebP, 1 to 100: flat colour keeps at a low one, broken colour does not. */
  readonly quality: number;
  readonly paint: (scene: Scene, random: Random) => Picture;
}
