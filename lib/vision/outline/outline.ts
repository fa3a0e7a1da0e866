import { areaOf, type Corners, isConvex, isWithin, type Point } from './corners';

/** Sides in pixels of what the outline network is shown, a picture stretched to a square. */
export const outlineSide = 192;

/** What the outline network says of a picture (`models/outline`). */
export interface OutlineMaps {
  /** Cells a side. */
  readonly side: number;
  /** [side, side, 5]: logits of a cell being painting, then of it holding each corner from the top left clockwise. */
  readonly maps: Float32Array;
  /** Logit of anything else than the painting being in the picture. */
  readonly isPhotograph: number;
}

/** A painting that was found in a photograph of something more. */
export interface Outline {
  readonly corners: Corners;
  /** Of the photograph, 0–1. */
  readonly area: number;
}

const channels = 5;
/** Between plain pictures, all below −3, and photographs on walls, all above 5 (`npm run bench -- outline`). */
const photographLogitMin = 0;
const areaMin = 0.04;
/** More than this is the painting itself, cut a little too wide, or a print with the margin of its sheet. */
const areaMax = 0.88;
/** Of the cells that are painting by the mask or by the corners, those that are by both. */
const agreementMin = 0.85;

/** The painting in a photograph; null where the picture is nothing else, or where the network contradicts itself. */
export function outlineOf(maps: OutlineMaps): Outline | null {
  if (maps.isPhotograph < photographLogitMin) return null;
  const corners = [1, 2, 3, 4].map((channel) => peakOf(maps, channel)) as unknown as Corners;
  const area = areaOf(corners);
  if (area < areaMin || area > areaMax || !isConvex(corners)) return null;
  return agreement(maps, corners) < agreementMin ? null : { corners, area };
}

/** Where a corner is: the mean place by the softmax within two cells of the highest. */
function peakOf({ side, maps }: OutlineMaps, channel: number): Point {
  const at = (row: number, column: number) => maps[(row * side + column) * channels + channel] as number;
  let [topRow, topColumn] = [0, 0];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (at(row, column) > at(topRow, topColumn)) [topRow, topColumn] = [row, column];
  let [x, y, sum] = [0, 0, 0];
  for (let row = Math.max(0, topRow - 2); row <= Math.min(side - 1, topRow + 2); row++)
    for (let column = Math.max(0, topColumn - 2); column <= Math.min(side - 1, topColumn + 2); column++) {
      const weight = Math.exp(at(row, column) - at(topRow, topColumn));
      x += weight * (column + 0.5);
      y += weight * (row + 0.5);
      sum += weight;
    }
  return { x: x / sum / side, y: y / sum / side };
}

/** Intersection over union of the mask and what lies within the corners. */
function agreement({ side, maps }: OutlineMaps, corners: Corners): number {
  let [both, either] = [0, 0];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const isMasked = (maps[(row * side + column) * channels] as number) > 0;
      const isInside = isWithin(corners, { x: (column + 0.5) / side, y: (row + 0.5) / side });
      both += Number(isMasked && isInside);
      either += Number(isMasked || isInside);
    }
  return both / Math.max(1, either);
}
