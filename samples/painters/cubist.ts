import { css, fromLab, luma, shift, toLab, type Rgb } from '../kit/colour';
import { Palette } from '../kit/palette';
import { blank, outline, Picture } from '../kit/picture';
import type { Random } from '../kit/random';
import type { Point } from '../kit/shape';
import { mark, scatter } from '../kit/stroke';
import { weave } from '../kit/surface';
import type { Scene } from '../scene/scene';
import type { Painter } from './painter';

const EARTHS = [
  '#efe3c6',
  '#d9c49a',
  '#bf9f6c',
  '#9c7a4b',
  '#7a5a38',
  '#543d2b',
  '#2f2620',
  '#171513',
  '#b9b6a6',
  '#8b8d84',
  '#5f6664',
  '#3c4446',
  '#7d8263',
  '#565d45',
  '#c8a98c',
  '#98755d',
  '#6d7f88',
];

type Facet = Point[];

function centre(facet: Facet): Point {
  let [x, y] = [0, 0];
  for (const [px, py] of facet) [x, y] = [x + px / facet.length, y + py / facet.length];
  return [x, y];
}

function cut(facet: Facet, [cx, cy]: Point, angle: number): [Facet, Facet] {
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  const one: Facet = [];
  const other: Facet = [];
  facet.forEach((p, i) => {
    const q = facet[(i + 1) % facet.length] ?? p;
    const a = (p[0] - cx) * nx + (p[1] - cy) * ny;
    const b = (q[0] - cx) * nx + (q[1] - cy) * ny;
    (a >= 0 ? one : other).push(p);
    if (a >= 0 !== b >= 0) {
      const t = a / (a - b);
      const at: Point = [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
      one.push(at);
      other.push(at);
    }
  });
  return [one, other];
}

/** Where along a cut the two sides would differ most: facets end where masses do. */
function bestCut(scene: Scene, random: Random, facet: Facet, reach: number): [Point, number] {
  const [cx, cy] = centre(facet);
  let best: [Point, number] = [[cx, cy], 0];
  let most = -1;
  const lean = random.range(-0.35, 0.35);
  for (let n = 0; n < 14; n++) {
    const angle = random.pick([0.5, 1.05, 1.57, 2.1, 2.65, 0.05]) + lean + random.range(-0.2, 0.2);
    const at: Point = [cx + random.range(-0.3, 0.3) * reach, cy + random.range(-0.3, 0.3) * reach];
    let contrast = 0;
    for (let k = -2; k <= 2; k++) {
      const [x, y] = [at[0] + Math.cos(angle) * k * reach * 0.2, at[1] + Math.sin(angle) * k * reach * 0.2];
      contrast +=
        scene.tone.at(x - Math.sin(angle) * reach * 0.14, y + Math.cos(angle) * reach * 0.14) -
        scene.tone.at(x + Math.sin(angle) * reach * 0.14, y - Math.cos(angle) * reach * 0.14);
    }
    if (Math.abs(contrast) + random.next() * 0.25 > most) [best, most] = [[at, angle], Math.abs(contrast)];
  }
  return best;
}

function facets(scene: Scene, random: Random): Facet[] {
  const done: Facet[] = [];
  const open: Facet[] = [
    [
      [0, 0],
      [scene.width, 0],
      [scene.width, scene.height],
      [0, scene.height],
    ],
  ];
  for (let facet = open.pop(); facet; facet = open.pop()) {
    const [cx, cy] = centre(facet);
    const reach = Math.max(...facet.map(([x, y]) => Math.hypot(x - cx, y - cy)));
    const limit = scene.side * (0.13 - 0.09 * scene.detail.at(cx, cy)) * random.range(0.8, 1.3);
    if (facet.length < 3) continue;
    if (reach < limit) done.push(facet);
    else open.push(...cut(facet, ...bestCut(scene, random, facet, reach)));
  }
  return done;
}

function facetColour(scene: Scene, palette: Palette, random: Random, [x, y]: Point, reach: number): Rgb {
  let [r, g, b] = [0, 0, 0];
  for (let n = 0; n < 9; n++) {
    const c = scene.colour.at(x + random.range(-0.4, 0.4) * reach, y + random.range(-0.4, 0.4) * reach);
    [r, g, b] = [r + c[0] / 9, g + c[1] / 9, b + c[2] / 9];
  }
  const [L, ca, cb] = toLab([r, g, b]);
  return palette.towards(
    fromLab([(L - 0.5) * 1.12 + 0.5 + 0.02 * random.normal(), ca * 0.55, cb * 0.55 + 0.03]),
    0.6,
  );
}

/** Analytic cubism: the motif broken into planes along its own edges, each passing from light to dark, in earths and greys. */
export const cubist: Painter = {
  id: 'cubist',
  artist: 'Ramón Iriarte',
  movement: 'Cubism',
  medium: 'Oil on canvas',
  years: [1909, 1914],
  manner: 'overlapping tilted facets that pass from light into dark, in earths and greys',
  quality: 50,
  paint(scene, random) {
    const { width, height, side } = scene;
    const unit = side / 768;
    const palette = new Palette(EARTHS, 2);
    const [canvas, ctx] = blank(width, height, '#8b7a58');
    for (const facet of facets(scene, random)) {
      const middle = centre(facet);
      const reach = Math.max(...facet.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])));
      const colour = facetColour(scene, palette, random, middle, reach);
      const edge = random.pick(facet);
      const lit = random.chance(0.5) ? 1 : -1;
      const ramp = ctx.createLinearGradient(
        edge[0],
        edge[1],
        2 * middle[0] - edge[0],
        2 * middle[1] - edge[1],
      );
      const passage = 0.05 + 0.07 * Math.min(1, scene.detail.at(...middle) * 1.6);
      ramp.addColorStop(0, css(shift(colour, passage * lit)));
      ramp.addColorStop(1, css(shift(colour, -passage * lit)));
      ctx.save();
      outline(ctx, facet);
      ctx.fillStyle = ramp;
      ctx.fill();
      ctx.clip();
      const angle = random.pick([0.1, 0.9, 1.6, 2.3]);
      for (const [dx, dy] of scatter(random, reach * 2, reach * 2, 11 * unit)) {
        const [x, y] = [middle[0] - reach + dx, middle[1] - reach + dy];
        const t = Math.max(
          0,
          Math.min(
            1,
            ((x - edge[0]) * (middle[0] - edge[0]) + (y - edge[1]) * (middle[1] - edge[1])) /
              (2 * reach * reach),
          ),
        );
        ctx.globalAlpha = 0.5;
        mark(
          ctx,
          random,
          [
            [x - Math.cos(angle) * 8 * unit, y - Math.sin(angle) * 8 * unit],
            [x + Math.cos(angle) * 8 * unit, y + Math.sin(angle) * 8 * unit],
          ],
          7 * unit,
          shift(colour, lit * passage * (1 - 2 * t) + 0.035 * random.normal()),
          2,
          0.04,
        );
      }
      ctx.restore();
      drawRim(ctx, random, facet, colour, unit);
    }
    for (const { points, width: w } of scene.lines) {
      ctx.strokeStyle = 'rgba(28,22,18,0.85)';
      ctx.lineWidth = Math.max(2.2, w);
      outline(
        ctx,
        points.filter((_, i) => i % 4 === 0 || i === points.length - 1 || points.length < 8),
        false,
      );
      ctx.stroke();
    }
    return weave(Picture.from(canvas), 0.03);
  },
};

function drawRim(
  ctx: ReturnType<typeof blank>[1],
  random: Random,
  facet: Facet,
  colour: Rgb,
  unit: number,
): void {
  facet.forEach(([x, y], i) => {
    const [nx, ny] = facet[(i + 1) % facet.length] ?? [x, y];
    if (random.chance(0.35)) return;
    ctx.strokeStyle = css(luma(colour) < 0.25 ? shift(colour, 0.22) : [30, 24, 20], random.range(0.35, 0.85));
    ctx.lineWidth = random.range(1, 3.2) * unit;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(nx, ny);
    ctx.stroke();
  });
}
