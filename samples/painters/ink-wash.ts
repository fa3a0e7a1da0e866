import { mix, rgb, type Rgb } from '../kit/colour';
import { contourDistance } from '../kit/edges';
import { fractal, noise } from '../kit/noise';
import { outline, Picture } from '../kit/picture';
import { course, scatter } from '../kit/stroke';
import type { Painter } from './painter';

const PAPER: Rgb = rgb('#ece5d6');
const INK: Rgb = rgb('#17181b');

/** Sumi-e: three dilutions bleeding into damp paper, dry brush where the hairs split, and a few dark accents. */
export const inkWash: Painter = {
  id: 'ink-wash',
  artist: 'Lin Muyun',
  movement: 'Ink wash painting',
  medium: 'Ink on paper',
  years: [1640, 1689],
  manner: 'wet washes of diluted ink and dry, splitting brush lines',
  quality: 60,
  paint(scene, random) {
    const { width, height, side, tone, detail } = scene;
    const unit = side / 768;
    const seed = Math.floor(random.range(0, 999));
    const soft = tone.blur(7 * unit);
    const near = tone.blur(2.5 * unit);
    const bleed = (x: number, y: number, size: number): number => fractal(x / size, y / size, seed, 3) - 0.5;
    const washes = [
      [0.7, 0.17, 46],
      [0.56, 0.32, 30],
      [0.4, 0.48, 22],
      [0.22, 0.55, 15],
    ] as const;
    const washed = Picture.of(width, height, (x, y) => {
      const dx = bleed(x, y, 40 * unit) * 26 * unit;
      const dy = bleed(x + 700, y, 40 * unit) * 26 * unit;
      const wet = 1 - Math.min(1, detail.at(x, y) * 1.2);
      const value = soft.at(x + dx, y + dy) * wet + near.at(x + dx * 0.25, y + dy * 0.25) * (1 - wet);
      let light = 1;
      for (const [threshold, strength, size] of washes) {
        const depth = (threshold - value) * 9 + bleed(x, y + 300, size * unit) * 1.6;
        const inside = Math.max(0, Math.min(1, depth + 0.5));
        // Pigment drifts to the rim of a drying wash.
        const rim = inside > 0.25 && inside < 0.98 ? 0.1 * (1 - Math.abs(inside - 0.62) * 2) : 0;
        light *=
          1 -
          inside * strength * (0.86 + 0.28 * fractal(x / (90 * unit), y / (90 * unit), seed + 5, 2)) -
          rim * wet;
      }
      const fibre = (noise(x / 14, y / 1.6, 5) - 0.5) * 0.03 + (noise(x / 2.2, y / 2.2, 6) - 0.5) * 0.035;
      const [r, g, b] = mix(INK, PAPER, Math.max(0, light));
      return [r * (1 + fibre), g * (1 + fibre), b * (1 + fibre)];
    });
    const canvas = washed.canvas();
    const ctx = canvas.getContext('2d');
    ctx.lineCap = 'round';
    const contours = contourDistance(scene);
    // Dry brush: many hairs, each lifting here and there, along the form of dark masses.
    for (const [x, y] of scatter(random, width, height, 17 * unit)) {
      const value = near.at(x, y);
      if (detail.at(x, y) < 0.3 || random.chance(0.25 + value * 0.7)) continue;
      const points = course(scene, scene.colour, x, y, {
        length: random.range(30, 75) * unit,
        step: 4,
        lift: 190,
      });
      const dark = Math.max(0.2, 0.75 - value);
      for (let hair = 0; hair < 7; hair++) {
        const offset = (hair - 3) * 1.9 * unit;
        const split = random.range(0, 100);
        ctx.strokeStyle =
          value < 0.2 && hair % 3 === 0
            ? `rgba(200,196,186,0.4)`
            : `rgba(18,19,23,${dark * random.range(0.4, 0.9)})`;
        ctx.lineWidth = random.range(0.8, 2) * unit;
        ctx.beginPath();
        points.forEach(([px, py], i) => {
          if (noise(i / 2.5, split, hair) < 0.36) ctx.moveTo(px + offset * 0.5, py + offset);
          else ctx.lineTo(px + offset * 0.5, py + offset);
        });
        ctx.stroke();
      }
    }
    // Bone lines: the contour of what matters, swelling and thinning with the wrist.
    const lined = Picture.from(canvas).map((colour, x, y) => {
      const pressure = noise(x / (60 * unit), y / (60 * unit), seed + 9);
      const half = (pressure - 0.3) * 6.5 * unit * Math.min(1, detail.at(x, y) * 1.5);
      const d = contours.at(x + (noise(x / 9, y / 9, 2) - 0.5) * 3, y + (noise(x / 9, y / 9, 3) - 0.5) * 3);
      const line = Math.max(0, Math.min(1, half - d)) * (0.55 + 0.45 * noise(x / 5, y / 5, seed));
      return mix(colour, INK, line * 0.9);
    });
    const out = lined.canvas();
    const brush = out.getContext('2d');
    brush.lineCap = 'round';
    for (const { points, width: w } of scene.lines) {
      brush.strokeStyle = 'rgba(20,20,24,0.85)';
      brush.lineWidth = Math.max(1.8, w);
      outline(brush, points, false);
      brush.stroke();
    }
    brush.fillStyle = 'rgba(168,44,36,0.9)';
    const s = side * 0.042;
    brush.fillRect(s * 0.9, height - s * 2, s, s);
    brush.strokeStyle = '#ece0cc';
    brush.lineWidth = s * 0.08;
    brush.strokeRect(s * 1.05, height - s * 1.85, s * 0.35, s * 0.7);
    outline(
      brush,
      [
        [s * 1.52, height - s * 1.85],
        [s * 1.75, height - s * 1.85],
        [s * 1.52, height - s * 1.5],
        [s * 1.75, height - s * 1.15],
      ],
      false,
    );
    brush.stroke();
    return Picture.from(out);
  },
};
