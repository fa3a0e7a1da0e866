import { smoothNoise, type Draw } from './draw';
import type { Surface } from './perspective';
import type { Colour } from './raster';
import { mixed, someColour, times } from './tone';

export type FrameStyle = 'none' | 'plain' | 'dark' | 'ornate';

const turn = 2 * Math.PI;

/** A wall of one colour, a little uneven; with a pattern, stripes, damask, bricks or a lattice on it. */
export function wallOf(draw: Draw, patterned: boolean): Surface {
  const base = someColour(draw, 0.3, 0.95, 0.25);
  const shift = () => draw.between(-0.25, 0.25);
  const other: Colour = [base[0] + shift(), base[1] + shift(), base[2] + shift()];
  const uneven = smoothNoise(draw, 60);
  const plaster = smoothNoise(draw, draw.between(1, 4));
  const roughness = draw.chance(0.5) ? draw.between(0.005, 0.03) : 0;
  const pattern = patterned ? patternOf(draw) : () => false;
  return (x, y) => {
    const [red, green, blue] = pattern(x, y) ? other : base;
    const light = 0.02 * uneven(x, y) + roughness * plaster(x, y);
    return [red + light, green + light, blue + light];
  };
}

function patternOf(draw: Draw): (x: number, y: number) => boolean {
  const pitch = draw.between(14, 70);
  const share = draw.between(-0.6, 0.6);
  const leaves = smoothNoise(draw, draw.between(2.5, 7));
  const mirrored = (value: number) => Math.abs((((value % (2 * pitch)) + 2 * pitch) % (2 * pitch)) - pitch);
  const row = (y: number) => Math.floor(y / (pitch * 0.45));
  return draw.pick<(x: number, y: number) => boolean>([
    (x) => Math.sin((turn * x) / pitch) > share,
    (x, y) => leaves(mirrored(x), mirrored(y)) > share / 2,
    (x, y) => {
      const along = x + (row(y) % 2 === 0 ? 0 : pitch / 2);
      return y - row(y) * pitch * 0.45 < 2.5 || along - Math.floor(along / pitch) * pitch < 2.5;
    },
    (x, y) => Math.sin((turn * x) / pitch) * Math.sin((turn * y) / pitch) > 0.24,
  ]);
}

/** What is around a painting of this size that hangs there: how far it reaches, and its colour at a depth. */
export interface Frame {
  /** Mat and moulding together. */
  readonly border: number;
  /**
   * @param depth from the painting's edge outwards, 0 to `border`
   * @param along the side
   * @param light of that side of the frame: those above and to the left catch more
   */
  at(depth: number, along: number, light: number): Colour;
}

export function frameOf(style: FrameStyle, draw: Draw, shortSide: number): Frame {
  const hasMat = (style === 'plain' || style === 'dark') && draw.chance(0.25);
  const mat = hasMat ? shortSide * draw.between(0.04, 0.16) : 0;
  const matColour = someColour(draw, 0.8, 0.98, 0.06);
  if (style === 'none') return { border: 0, at: () => matColour };
  const width = Math.max(
    3,
    shortSide * (style === 'ornate' ? draw.between(0.07, 0.2) : draw.between(0.02, 0.09)),
  );
  const colour = frameColour(style, draw);
  const grain = smoothNoise(draw, draw.between(1.5, 3));
  const grainDepth = style === 'ornate' ? draw.between(0.03, 0.15) : draw.between(0, 0.06);
  const relief = style === 'ornate' ? draw.between(0.1, 0.35) : 0;
  const [pitch, ridges] = [width * draw.between(0.25, 0.9), draw.pick([1, 2, 3])];
  const moulding = draw.between(0.05, 0.3);
  const contrast = draw.between(0.2, 1);
  return {
    border: mat + width,
    at: (depth, along, light) => {
      if (depth < mat) return matColour;
      const share = 1 - (depth - mat) / width;
      const profile = 1 + moulding * Math.sin(share * Math.PI * ridges) - (share > 0.9 ? 0.25 : 0);
      const carved = relief * Math.sin((turn * along) / pitch) * Math.sin(Math.PI * share * ridges);
      const lit = 1 + (light - 1) * contrast;
      return times(colour, profile * lit * (1 + carved + grainDepth * grain(along, depth)));
    },
  };
}

function frameColour(style: FrameStyle, draw: Draw): Colour {
  if (style === 'dark') return someColour(draw, 0.03, 0.22, 0.12);
  const gilt: Colour = [draw.between(0.55, 0.85), draw.between(0.42, 0.66), draw.between(0.15, 0.38)];
  if (style === 'ornate') return draw.chance(0.8) ? gilt : someColour(draw, 0.1, 0.8, 0.2);
  const wood: Colour = [draw.between(0.35, 0.75), draw.between(0.25, 0.5), draw.between(0.1, 0.3)];
  return draw.chance(0.5) ? wood : someColour(draw, 0.1, 0.95, 0.3);
}

/** Light that the glass or varnish throws back: one or two soft spots over the painting. */
export function withGlare(surface: Surface, draw: Draw, size: { width: number; height: number }): Surface {
  const spots = Array.from({ length: draw.pick([1, 2]) }, () => {
    const angle = draw.between(0, Math.PI);
    return {
      x: draw.between(0, 1) * size.width,
      y: draw.between(0, 1) * size.height,
      across: size.width * draw.between(0.06, 0.3),
      down: size.height * draw.between(0.05, 0.3),
      cos: Math.cos(angle),
      sin: Math.sin(angle),
      strength: draw.between(0.15, 0.75),
      tint: [1, draw.between(0.93, 1), draw.between(0.82, 1)] as const,
    };
  });
  return (x, y) =>
    spots.reduce<Colour>(
      (colour, spot) => {
        const [dx, dy] = [x - spot.x, y - spot.y];
        const u = (dx * spot.cos + dy * spot.sin) / spot.across;
        const v = (dy * spot.cos - dx * spot.sin) / spot.down;
        return mixed(colour, spot.tint, spot.strength * Math.exp(-u * u - v * v));
      },
      surface(x, y),
    );
}
