import { fromLab, mix, toLab, type Rgb } from '../kit/colour';
import { contourDistance, ink } from '../kit/edges';
import { fractal, noise } from '../kit/noise';
import { blank, Picture } from '../kit/picture';
import type { Random } from '../kit/random';
import type { Scene } from '../scene/scene';
import { course, mark, scatter } from '../kit/stroke';
import { rake } from '../kit/surface';
import type { Painter } from './painter';

function heightened(colour: Rgb, random: Random): Rgb {
  const [L, a, b] = toLab(colour);
  return fromLab([
    0.04 + L * 0.95 + 0.065 * random.normal(),
    a * 1.35 + 0.018 * random.normal(),
    b * 1.5 + (L > 0.7 ? 0.02 : -0.015) + 0.035 * random.normal(),
  ]);
}

/** The flow with eddies: air turns as much as water. */
function swirled(scene: Scene, seed: number): Scene {
  const size = scene.side * 0.24;
  const flow = scene.flow.map((angle, x, y) => {
    const calm = Math.min(1, scene.detail.at(x, y) * 1.5);
    const eddy = (fractal(x / size, y / size, seed, 2) - 0.5) * 6.5;
    return angle + eddy * (1 - calm);
  });
  return { ...scene, flow };
}

/** Thick, ridged paint under a raking light, with dark contours drawn by the brush. */
export const impasto: Painter = {
  id: 'impasto',
  artist: 'Joost van Aerden',
  movement: 'Post-Impressionism',
  medium: 'Oil on canvas',
  years: [1886, 1894],
  manner: 'long, thick, swirling strokes whose ridges catch the light',
  quality: 38,
  paint(scene, random) {
    const { width, height, side, colour } = scene;
    const moved = swirled(scene, Math.floor(random.range(0, 999)));
    const [canvas, ctx] = blank(width, height, '#6b5a34');
    const [ridges, relief] = blank(width, height, '#000');
    const contours = contourDistance(scene);
    const unit = side / 768;
    for (const [brush, length, from] of [
      [24, 190, 0],
      [17, 120, 0],
      [11, 64, 0.4],
      [6.5, 34, 0.75],
    ] as const) {
      const look = colour.blur(brush * 0.3 * unit);
      for (const [x, y] of scatter(random, width, height, brush * 1.05 * unit)) {
        if (scene.detail.at(x, y) < from) continue;
        const points = course(moved, look, x, y, {
          length: length * random.range(0.6, 1.1) * unit,
          step: 6,
          lift: 75,
        });
        const w = brush * random.range(0.75, 1.05) * unit;
        mark(ctx, random, points, w, heightened(look.at(x, y), random), 6, 0.07);
        const lift = random.range(60, 150);
        mark(relief, random, points, w, [lift, lift, lift], 5, 0.22);
      }
    }
    // Contours are drawn last and wet, with the brush pressed and lifted.
    const drawn = Picture.from(canvas).map((paint, x, y) => {
      const d = contours.at(
        x + (noise(x / 16, y / 16, 5) - 0.5) * 5,
        y + (noise(x / 16, y / 16, 6) - 0.5) * 5,
      );
      if (d > 6) return paint;
      const half = (4.6 * noise(x / 50, y / 50, 7) - 0.9) * Math.min(1, 0.25 + scene.detail.at(x, y)) * unit;
      return mix(
        paint,
        fromLab([Math.min(0.27, toLab(colour.at(x, y))[0] * 0.5), 0.005, -0.055]),
        ink(d, half) * 0.85,
      );
    });
    return rake(drawn, Picture.from(ridges).tone().blur(1.2), 3);
  },
};
