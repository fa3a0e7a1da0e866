import { fromLab, toLab, type Rgb } from '../kit/colour';
import { noise } from '../kit/noise';
import { blank, Picture } from '../kit/picture';
import type { Random } from '../kit/random';
import { course, mark, scatter } from '../kit/stroke';
import { weave } from '../kit/surface';
import type { Painter } from './painter';

/** Broken colour: lights tend to straw and rose, shadows to violet and blue, and neighbouring strokes differ. */
function broken(colour: Rgb, random: Random, spread: number, x: number, y: number): Rgb {
  const [L, a, b] = toLab(colour);
  const shadow = Math.max(0, 0.62 - L);
  const lifted = 0.17 + L * 0.82;
  // Warm and cool colours lie in drifts, not scattered.
  const warm = noise(x / 55, y / 38, 61) - 0.5;
  return fromLab([
    lifted + 0.05 * spread * random.normal(),
    a * 1.1 + shadow * 0.03 + warm * 0.05 + 0.017 * spread * random.normal(),
    b * 1.1 - shadow * 0.11 + warm * 0.07 + 0.022 * spread * random.normal(),
  ]);
}

export const impressionist: Painter = {
  id: 'impressionist',
  artist: 'Élodie Varenne',
  movement: 'Impressionism',
  medium: 'Oil on canvas',
  years: [1872, 1889],
  manner: 'short broken dabs of unmixed colour laid wet into wet',
  quality: 44,
  paint(scene, random) {
    const { width, height, side, colour, detail } = scene;
    const [canvas, ctx] = blank(width, height, '#cbbfb0');
    const unit = side / 768;
    const layers = [
      [22, 46, 1, 0],
      [13, 27, 1.1, 0],
      [9, 18, 1.2, 0.25],
      [5, 12, 1.1, 0.62],
    ] as const;
    for (const [brush, length, spread, from] of layers) {
      const look = colour.blur(brush * 0.35 * unit);
      for (const [x, y] of scatter(random, width, height, brush * 0.95 * unit)) {
        if (detail.at(x, y) < from || random.chance(0.12)) continue;
        const points = course(scene, look, x, y, {
          length: length * random.range(0.6, 1.2) * unit,
          step: 5,
          lift: 70,
          turn: 0.4 * random.normal(),
        });
        mark(
          ctx,
          random,
          points,
          brush * random.range(0.7, 1.1) * unit,
          broken(look.at(x, y), random, spread, x, y),
          3,
          0.05,
        );
      }
    }
    return weave(Picture.from(canvas), 0.035);
  },
};
