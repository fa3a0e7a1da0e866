import { type SKRSContext2D } from '@napi-rs/canvas';

import type { Scene } from '../scene/scene';
import { css, shift, type Rgb } from './colour';
import type { Picture } from './picture';
import type { Random } from './random';
import type { Point } from './shape';

export interface Course {
  readonly length: number;
  readonly step?: number;
  /** Colour difference (sum over channels) at which the brush lifts rather than cross an edge. */
  readonly lift?: number;
  /** Added to the flow, radians. */
  readonly turn?: number;
}

/** A curved brush stroke along the form, as in Hertzmann 1998: it follows the flow and ends where the colour changes. */
export function course(scene: Scene, look: Picture, x: number, y: number, wish: Course): Point[] {
  const { length, step = 6, lift = 90, turn = 0 } = wish;
  const [r, g, b] = look.at(x, y);
  const halves = [1, -1].map((way) => {
    const points: Point[] = [];
    let [px, py] = [x, y];
    let heading = scene.flow.at(x, y) + turn + (way < 0 ? Math.PI : 0);
    for (let gone = 0; gone < length / 2; gone += step) {
      let angle = scene.flow.at(px, py) + turn;
      if (Math.cos(angle - heading) < 0) angle += Math.PI;
      heading += Math.atan2(Math.sin(angle - heading), Math.cos(angle - heading)) * 0.6;
      px += Math.cos(heading) * step;
      py += Math.sin(heading) * step;
      const here = look.at(px, py);
      if (Math.abs(here[0] - r) + Math.abs(here[1] - g) + Math.abs(here[2] - b) > lift) break;
      points.push([px, py]);
    }
    return points;
  });
  return [...(halves[1] ?? []).reverse(), [x, y], ...(halves[0] ?? [])];
}

/** One loaded brush mark: a body and a few bristle tracks, lighter and darker, that do not quite cover it. */
export function mark(
  ctx: SKRSContext2D,
  random: Random,
  points: readonly Point[],
  width: number,
  colour: Rgb,
  bristles = 4,
  contrast = 0.06,
): void {
  const draw = (offset: number, lineWidth: number, style: string): void => {
    ctx.strokeStyle = style;
    ctx.lineWidth = lineWidth;
    ctx.beginPath();
    points.forEach(([x, y], i) => {
      const [ax, ay] = points[Math.max(0, i - 1)] ?? [x, y];
      const [bx, by] = points[Math.min(points.length - 1, i + 1)] ?? [x, y];
      const size = Math.hypot(bx - ax, by - ay) || 1;
      ctx.lineTo(x - ((by - ay) / size) * offset, y + ((bx - ax) / size) * offset);
    });
    if (points.length === 1) for (const [x, y] of points) ctx.lineTo(x + 0.1, y);
    ctx.stroke();
  };
  draw(0, width, css(colour));
  for (let i = 0; i < bristles; i++) {
    const offset = ((i + 0.5) / bristles - 0.5) * width * 0.9;
    draw(offset, (width / bristles) * 0.75, css(shift(colour, contrast * random.normal()), 0.75));
  }
}

/** Places about `spacing` apart in random order, so that no row of strokes shows. */
export function scatter(random: Random, width: number, height: number, spacing: number): Point[] {
  const places: Point[] = [];
  for (let y = spacing / 2; y < height + spacing / 2; y += spacing) {
    for (let x = spacing / 2; x < width + spacing / 2; x += spacing) {
      places.push([x + random.range(-0.5, 0.5) * spacing, y + random.range(-0.5, 0.5) * spacing]);
    }
  }
  return random.shuffle(places);
}
