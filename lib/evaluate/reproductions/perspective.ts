import type { Draw } from './draw';
import { painted, type Colour, type Raster } from './raster';

/** What lies at a place of a plane, in pixels of the painting from its top left. */
export type Surface = (x: number, y: number) => Colour;

interface Shot {
  /** Degrees that the camera is turned to a side; up and down a third of it. */
  readonly turnMax: number;
  readonly turnMin?: number;
  /** What is seen around the object, in shares of it. */
  readonly margin: number;
  /** Long side of the photograph. */
  readonly sidePx: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
  /** How far the object reaches beyond the painting at each side: its frame. */
  readonly border?: number;
}

/** A plane as a camera sees it that stands a little to one side: the whole object and some of what is around it. */
export function photographed(surface: Surface, box: Box, draw: Draw, shot: Shot): Raster {
  const { turnMin = 0, turnMax, margin } = shot;
  const { border = 0 } = box;
  const side = draw.chance(0.5) ? 1 : -1;
  const yaw = radians(side * draw.between(turnMin, turnMax));
  const pitch = radians(draw.between(-turnMax, turnMax) / 3);
  const roll = radians(draw.between(-1, 1) * Math.min(5, turnMax / 4));
  const distance = Math.max(box.width, box.height) * draw.between(1.6, 3);
  const toPhoto = projectionOf(yaw, pitch, roll, distance);
  const [centreX, centreY] = [box.width / 2, box.height / 2];
  const reach = [centreX + border, centreY + border] as const;
  const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => applied(toPhoto, x * reach[0], y * reach[1])));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const edge = (length: number) => draw.between(0.3, 1) * margin * length;
  const from = [left - edge(right - left), top - edge(bottom - top)] as const;
  const to = [right + edge(right - left), bottom + edge(bottom - top)] as const;
  const scale = shot.sidePx / Math.max(to[0] - from[0], to[1] - from[1]);
  const [width, height] = [Math.round((to[0] - from[0]) * scale), Math.round((to[1] - from[1]) * scale)];
  const toPlane = inverse(toPhoto);
  return painted(width, height, (x, y) => {
    const [u, v] = applied(toPlane, from[0] + (x + 0.5) / scale, from[1] + (y + 0.5) / scale);
    return surface(u + centreX, v + centreY);
  });
}

/** Row-major 3 × 3. */
type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** A plane that is turned about its middle, seen from a distance. */
function projectionOf(yaw: number, pitch: number, roll: number, distance: number): Homography {
  const [cy, sy, cp, sp, cr, sr] = [yaw, pitch, roll].flatMap((angle) => [
    Math.cos(angle),
    Math.sin(angle),
  ]) as [number, number, number, number, number, number];
  const turned = [
    [cy, 0],
    [sp * sy, cp],
    [-cp * sy, sp],
  ] as const;
  const [[ax, ay], [bx, by], [cx, cz]] = turned;
  const rolled = [
    [cr * ax - sr * bx, cr * ay - sr * by],
    [sr * ax + cr * bx, sr * ay + cr * by],
  ] as const;
  return [
    rolled[0][0] * distance,
    rolled[0][1] * distance,
    0,
    rolled[1][0] * distance,
    rolled[1][1] * distance,
    0,
    cx,
    cz,
    distance,
  ];
}

function applied(h: Homography, x: number, y: number): [number, number] {
  const depth = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / depth, (h[3] * x + h[4] * y + h[5]) / depth];
}

/** Up to its scale, which a homography does not have. */
function inverse(h: Homography): Homography {
  const [a, b, c, d, e, f, g, i, j] = h;
  return [
    e * j - f * i,
    c * i - b * j,
    b * f - c * e,
    f * g - d * j,
    a * j - c * g,
    c * d - a * f,
    d * i - e * g,
    b * g - a * i,
    a * e - b * d,
  ];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
