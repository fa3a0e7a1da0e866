import type { Scene } from '../scene/scene';
import { Plane } from './plane';

/** Distance in pixels from every pixel to the nearest place where two classes meet (3-4 chamfer, Borgefors 1986). */
export function edgeDistance(width: number, height: number, kind: (index: number) => number): Plane {
  const out = new Plane(width, height);
  const cells = out.cells;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const here = kind(i);
      const edge = (x + 1 < width && kind(i + 1) !== here) || (y + 1 < height && kind(i + width) !== here);
      cells[i] = edge ? 0 : 1e6;
    }
  }
  const relax = (i: number, from: number, cost: number): void => {
    const reach = (cells[from] ?? 1e6) + cost;
    if (reach < (cells[i] ?? 0)) cells[i] = reach;
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x > 0) relax(i, i - 1, 1);
      if (y > 0) relax(i, i - width, 1);
      if (x > 0 && y > 0) relax(i, i - width - 1, 1.36);
      if (x + 1 < width && y > 0) relax(i, i - width + 1, 1.36);
    }
  }
  for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, i--) {
      if (x + 1 < width) relax(i, i + 1, 1);
      if (y + 1 < height) relax(i, i + width, 1);
      if (x + 1 < width && y + 1 < height) relax(i, i + width + 1, 1.36);
      if (x > 0 && y + 1 < height) relax(i, i + width - 1, 1.36);
    }
  }
  return out;
}

/** Distance to the nearest contour of a mass. */
export function contourDistance(scene: Scene): Plane {
  return edgeDistance(scene.width, scene.height, (i) => scene.label[i] ?? 0);
}

/** 1 within the line, 0 outside, with a soft pixel between. */
export function ink(distance: number, halfWidth: number): number {
  return Math.max(0, Math.min(1, halfWidth - distance + 0.5));
}
