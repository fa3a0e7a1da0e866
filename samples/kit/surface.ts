import type { Rgb } from './colour';
import { fractal, noise } from './noise';
import type { Picture } from './picture';
import type { Plane } from './plane';

const scaled = ([r, g, b]: Rgb, gain: number): Rgb => [r * gain, g * gain, b * gain];

/** Linen seen through thin paint. */
export function weave(picture: Picture, strength: number, pitch = 5): Picture {
  const k = (2 * Math.PI) / pitch;
  return picture.map((colour, x, y) =>
    scaled(
      colour,
      1 +
        strength *
          (Math.sin(x * k + noise(x / 40, y / 9, 3)) * Math.sin(y * k + noise(x / 9, y / 40, 4)) +
            0.5 * (noise(x / 3, y / 3, 5) - 0.5)),
    ),
  );
}

/** The tooth of paper. */
export function tooth(picture: Picture, strength: number, size = 4, seed = 7): Picture {
  return picture.map((colour, x, y) =>
    scaled(colour, 1 + strength * (fractal(x / size, y / size, seed, 2) - 0.5) * 2),
  );
}

/** Raking light over a surface of the given height: ridges of paint, gouged wood, lead. */
export function rake(picture: Picture, height: Plane, strength: number): Picture {
  return picture.map((colour, x, y) => {
    const slope = height.at(x + 1, y + 1) - height.at(x - 1, y - 1);
    const light = Math.max(-0.5, Math.min(0.5, -slope * strength));
    const gain = light > 0 ? light * 150 : 0;
    const [r, g, b] = scaled(colour, 1 + Math.min(0, light));
    return [r + gain * 0.5, g + gain * 0.5, b + gain * 0.45];
  });
}
