import { type SKRSContext2D } from '@napi-rs/canvas';

import { outline } from '../kit/picture';
import type { Random } from '../kit/random';
import type { Point, Shape } from '../kit/shape';

export interface Dabs {
  readonly count: number;
  /** Where: left, top, right, bottom in unit coordinates. */
  readonly box: readonly [number, number, number, number];
  readonly length: number;
  /** Width over length. */
  readonly slender?: number;
  readonly angle?: number;
  readonly spread?: number;
  readonly colours: readonly string[];
  readonly alpha?: number;
}

/** Incident in a mass: leaves, ripples, stones, stubble. They give the strokes of painters something to follow. */
export function dabs(ctx: SKRSContext2D, random: Random, wish: Dabs): void {
  const [left, top, right, bottom] = wish.box;
  ctx.save();
  ctx.globalAlpha = wish.alpha ?? 1;
  for (let i = 0; i < wish.count; i++) {
    const length = wish.length * random.range(0.6, 1.4);
    ctx.fillStyle = random.pick(wish.colours);
    ctx.beginPath();
    const turn = (wish.angle ?? 0) + (wish.spread ?? 0.2) * random.normal();
    ctx.ellipse(
      random.range(left, right),
      random.range(top, bottom),
      length / 2,
      (length / 2) * (wish.slender ?? 0.35),
      turn,
      0,
      Math.PI * 2,
    );
    ctx.fill();
  }
  ctx.restore();
}

export function fill(ctx: SKRSContext2D, shape: Shape, colour: string, alpha = 1): void {
  ctx.globalAlpha = alpha;
  ctx.fillStyle = colour;
  outline(ctx, shape);
  ctx.fill();
  ctx.globalAlpha = 1;
}

export function stroke(
  ctx: SKRSContext2D,
  points: readonly Point[],
  width: number,
  colour: string,
  alpha = 1,
): void {
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  outline(ctx, points, false);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** A bumpy closed mass of foliage, cloud or bloom around a middle. */
export function billow(
  random: Random,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  bumps = 11,
  rough = 0.16,
): Point[] {
  return Array.from({ length: bumps * 2 }, (_, i): Point => {
    const angle = (i / (bumps * 2)) * Math.PI * 2;
    const reach = (i % 2 ? 1 - rough : 1) * (1 + rough * 0.5 * random.normal());
    return [cx + Math.cos(angle) * rx * reach, cy + Math.sin(angle) * ry * reach];
  });
}
