import { mix, fromLab, rgb, toLab, type Rgb } from '../kit/colour';
import { contourDistance, edgeDistance } from '../kit/edges';
import { fractal, noise } from '../kit/noise';
import { outline, Picture } from '../kit/picture';
import type { Painter } from './painter';

const PAPER: Rgb = rgb('#fbf8ef');

/** Transparent washes over paper: edges dry darker, neighbours run into each other, pigment settles in the paper's tooth, and some paper is left. */
export const watercolour: Painter = {
  id: 'watercolour',
  artist: 'Beatrice Fenwick',
  movement: 'Watercolour',
  medium: 'Watercolour and pencil on paper',
  years: [1829, 1861],
  manner: 'transparent, bleeding washes that leave the paper white',
  quality: 50,
  paint(scene, random) {
    const { width, height, side, detail } = scene;
    const unit = side / 768;
    const seed = Math.floor(random.range(0, 999));
    const wet = scene.colour.blur(9 * unit);
    const damp = scene.colour.blur(3 * unit);
    const warp = (x: number, y: number, size: number, reach: number): [number, number] => [
      x + (fractal(x / size, y / size, seed, 2) - 0.5) * reach,
      y + (fractal(x / size, y / size, seed + 50, 2) - 0.5) * reach,
    ];
    const washes = new Uint8Array(width * height);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        const loose = 1 - Math.min(1, detail.at(x, y) * 1.6);
        const [wx, wy] = warp(x, y, 30 * unit, (8 + 34 * loose) * unit);
        const [L, a, b] = toLab(damp.at(wx, wy));
        washes[i] = Math.floor(L * 6.5) * 25 + Math.floor((a + 0.4) * 6) * 5 + Math.floor((b + 0.4) * 6);
      }
    }
    const rims = edgeDistance(width, height, (i) => washes[i] ?? 0);
    const contours = contourDistance(scene);
    const painted = Picture.of(width, height, (x, y) => {
      const quiet = 1 - Math.min(1, detail.at(x, y) * 1.6);
      const [wx, wy] = warp(x, y, 30 * unit, (8 + 34 * quiet) * unit);
      const [L, a, b] = toLab(mix(damp.at(wx, wy), wet.at(wx, wy), 0.12 + 0.8 * quiet));
      const bloom = fractal(x / (70 * unit), y / (70 * unit), seed + 9, 4);
      const rim = Math.exp(-rims.at(x, y) / (2.4 * unit)) * 0.1 * (1 - quiet * 0.3);
      const [ex, ey] = warp(x, y, 12 * unit, 9 * unit);
      const grain = fractal(x / (4.6 * unit), y / (4.6 * unit), 31, 3) - 0.5;
      const density = 1 - L;
      // A backrun: water pushed pigment out to a crinkled line.
      const crinkle = Math.exp(-Math.abs(bloom - 0.57) * 60) * 0.06;
      const light =
        0.14 +
        L * 0.89 +
        (bloom - 0.5) * 0.2 * (0.35 + density) -
        rim * (0.5 + density) -
        crinkle -
        grain * (0.07 + 0.3 * density * (1 - density));
      const wash = fromLab([Math.min(0.985, light), a * 1.18, b * 1.18]);
      // Dry paper between washes, so that they do not run.
      const gap =
        noise(x / (46 * unit), y / (46 * unit), seed + 3) > 0.6 && density < 0.6
          ? 0.6 * Math.max(0, 1 - contours.at(ex, ey) / (2 * unit))
          : 0;
      const dry = density < 0.32 && grain > 0.2 + bloom * 0.12 ? 0.5 : 0;
      return mix(wash, PAPER, Math.min(1, gap + dry));
    });
    const margin = side * 0.028;
    const framed = painted.map((colour, x, y) => {
      const inset =
        Math.min(x, y, width - x, height - y) + (fractal(x / 34, y / 34, seed + 6, 3) - 0.5) * margin * 1.2;
      const keep = Math.max(0, Math.min(1, (inset - margin * 0.62) / 1.6));
      const tooth = 1 + (fractal(x / 3.4, y / 3.4, 12, 2) - 0.5) * 0.05;
      const dark = inset > margin * 0.62 && inset < margin * 0.85 ? 0.93 : 1;
      const [r, g, b] = mix(PAPER, [colour[0] * dark, colour[1] * dark, colour[2] * dark], keep);
      return [r * tooth, g * tooth, b * tooth];
    });
    const canvas = framed.canvas();
    const ctx = canvas.getContext('2d');
    ctx.lineCap = 'round';
    for (const { points, width: w } of scene.lines) {
      ctx.strokeStyle = 'rgba(62,54,56,0.72)';
      ctx.lineWidth = Math.max(1.3, w * 0.6);
      outline(ctx, points, false);
      ctx.stroke();
    }
    // The pencil drawing shows through where it was not washed over.
    return Picture.from(canvas).map((colour, x, y) => {
      const line =
        Math.max(
          0,
          1.1 - contours.at(x + noise(x / 30, y / 30, 4) * 5 - 2.5, y + noise(x / 30, y / 30, 5) * 5 - 2.5),
        ) * detail.at(x, y);
      return mix(
        colour,
        [88, 82, 84],
        Math.min(0.55, line * 0.7) * (noise(x / 20, y / 20, 8) > 0.35 ? 1 : 0.2),
      );
    });
  },
};
