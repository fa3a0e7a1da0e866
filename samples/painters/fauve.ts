import { fromLab, luma, mix, shift, toLab, type Rgb } from '../kit/colour';
import { contourDistance, ink } from '../kit/edges';
import { noise } from '../kit/noise';
import { Palette } from '../kit/palette';
import { blank, outline, Picture } from '../kit/picture';
import { course, mark, scatter } from '../kit/stroke';
import { weave } from '../kit/surface';
import type { Painter } from './painter';

const TUBES = [
  '#fff3c9',
  '#ffd23c',
  '#ff9a2e',
  '#f4572e',
  '#d6232f',
  '#a3123f',
  '#ff8fa3',
  '#f9c2b4',
  '#e04f8a',
  '#8a2a86',
  '#4b2a8c',
  '#2438a6',
  '#1a6fd0',
  '#35aee0',
  '#8fdcd8',
  '#0f8f83',
  '#0f6a4a',
  '#3aa64a',
  '#a6d23f',
  '#1c1a4a',
  '#3a1038',
  '#c6b0ea',
];

/** Fauvism: unmixed colour in broad flat patches that keep the motif's values but not its hues, with coloured outlines. */
export const fauve: Painter = {
  id: 'fauve',
  artist: 'Mathurin Delpech',
  movement: 'Fauvism',
  medium: 'Oil on canvas',
  years: [1904, 1909],
  manner: 'broad flat patches of colour straight from the tube, drawn round in blue and crimson',
  quality: 55,
  paint(scene, random) {
    const { width, height, side, label } = scene;
    const unit = side / 768;
    const palette = new Palette(TUBES, 2.6);
    const look = scene.colour.blur(6 * unit);
    const [canvas, ctx] = blank(width, height, '#f0e2c4');
    const turns = scene.regionNames.map(() => random.range(-0.75, 0.75));
    // Hues change for each mass, not for each stroke, which would look muddy.
    const wild = (x: number, y: number): Rgb => {
      const region =
        label[Math.max(0, Math.min(height - 1, y | 0)) * width + Math.max(0, Math.min(width - 1, x | 0))] ??
        0;
      const [L, a, b] = toLab(look.at(x, y));
      const turn = turns[region] ?? 0;
      const step = Math.round(L * 5.5) / 5.5;
      const push =
        step < 0.45
          ? [0.0, -0.07]
          : step > 0.8
            ? [0.02, 0.06]
            : [0.05 * Math.sin(region * 2.1), 0.05 * Math.cos(region * 2.1)];
      const tinted: Rgb = fromLab([
        step,
        (a * Math.cos(turn) - b * Math.sin(turn)) * 1.9 + (push[0] ?? 0),
        (a * Math.sin(turn) + b * Math.cos(turn)) * 1.9 + (push[1] ?? 0),
      ]);
      return palette.towards(tinted, 0.92);
    };
    for (const [brush, length, from] of [
      [34, 90, 0],
      [20, 60, 0],
      [11, 30, 0.6],
    ] as const) {
      for (const [x, y] of scatter(random, width, height, brush * 0.72 * unit)) {
        if (scene.detail.at(x, y) < from) continue;
        const points = course(scene, look, x, y, {
          length: length * random.range(0.7, 1.2) * unit,
          step: 8,
          lift: 55,
        });
        mark(
          ctx,
          random,
          points,
          brush * random.range(0.8, 1.1) * unit,
          shift(wild(x, y), 0.012 * random.normal()),
          6,
          0.022,
        );
      }
    }
    const contours = contourDistance(scene);
    for (const { points, width: w } of scene.lines) {
      ctx.strokeStyle = '#1d1c6a';
      ctx.lineWidth = Math.max(3, w * 1.1);
      outline(ctx, points, false);
      ctx.stroke();
    }
    const seed = Math.floor(random.range(0, 999));
    const drawn = Picture.from(canvas).map((colour, x, y) => {
      const d = contours.at(
        x + (noise(x / 24, y / 24, seed) - 0.5) * 6,
        y + (noise(x / 24, y / 24, seed + 1) - 0.5) * 6,
      );
      if (d > 8) return colour;
      // A loaded brush: thick and thin, skipping where the canvas is rough.
      const half =
        (0.4 + 3.6 * noise(x / 70, y / 70, seed + 2) * (1.25 - 0.8 * scene.detail.at(x, y))) * unit;
      const dry = noise(x / 3, y / 3, seed + 3) * noise(x / 30, y / 30, seed + 4) > 0.5 ? 0.35 : 0.95;
      return mix(colour, lineColour(wild(x, y)), ink(d, half) * dry);
    });
    return weave(drawn, 0.03, 6);
  },
};

/** Warm masses are drawn round in blue, cool ones in crimson. */
function lineColour(mass: Rgb): Rgb {
  const [, a, b] = toLab(mass);
  if (luma(mass) < 0.22) return [52, 92, 196];
  return a + b > 0.03 ? [30, 34, 120] : [134, 20, 66];
}
