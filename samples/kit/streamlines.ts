import type { Scene } from '../scene/scene';
import type { Random } from './random';
import type { Point } from './shape';
import { scatter } from './stroke';

/**
 * Evenly spaced lines along the form (after Jobard and Lefer, 1997): each starts where there is room and grows both
 * ways until it comes too near another, turns out of the picture or crosses `stop`.
 */
export function streamlines(
  scene: Scene,
  random: Random,
  spacing: number,
  stop: (x: number, y: number, start: Point) => boolean,
): Point[][] {
  const { width, height, flow } = scene;
  const columns = Math.ceil(width / spacing) + 2;
  const rows = Math.ceil(height / spacing) + 2;
  const near: { x: number; y: number; line: number }[][] = Array.from({ length: columns * rows }, () => []);
  const bucket = (x: number, y: number): number =>
    (Math.floor(y / spacing) + 1) * columns + Math.floor(x / spacing) + 1;
  const free = (x: number, y: number, gap: number, line: number): boolean => {
    const home = bucket(x, y);
    for (const row of [-columns, 0, columns]) {
      for (let c = -1; c <= 1; c++) {
        for (const p of near[home + row + c] ?? [])
          if (p.line !== line && Math.hypot(p.x - x, p.y - y) < gap) return false;
      }
    }
    return true;
  };
  const lines: Point[][] = [];
  const step = 4;
  for (const start of scatter(random, width - 2, height - 2, spacing * 0.7)) {
    const [sx, sy] = start;
    if (
      sx < 0 ||
      sy < 0 ||
      sx >= width ||
      sy >= height ||
      stop(sx, sy, start) ||
      !free(sx, sy, spacing * 0.9, -1)
    )
      continue;
    const grow = (way: number): Point[] => {
      const points: Point[] = [];
      let [x, y] = [sx, sy];
      let heading = flow.at(x, y) + (way < 0 ? Math.PI : 0);
      for (let n = 0; n < 400; n++) {
        let angle = flow.at(x, y);
        if (Math.cos(angle - heading) < 0) angle += Math.PI;
        if (Math.cos(angle - heading) < 0.5) break;
        heading = angle;
        x += Math.cos(angle) * step;
        y += Math.sin(angle) * step;
        if (
          x < 0 ||
          y < 0 ||
          x >= width ||
          y >= height ||
          stop(x, y, start) ||
          !free(x, y, spacing * 0.6, lines.length)
        )
          break;
        points.push([x, y]);
      }
      return points;
    };
    const line = [...grow(-1).reverse(), start, ...grow(1)];
    for (const [x, y] of line) near[bucket(x, y)]?.push({ x, y, line: lines.length });
    lines.push(line);
  }
  return lines;
}
