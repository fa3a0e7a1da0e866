import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

import { rgb, fromLab, luma, mix, toLab, type Rgb } from '../kit/colour';
import { contourDistance, edgeDistance, ink } from '../kit/edges';
import { fractal, noise } from '../kit/noise';
import { Palette } from '../kit/palette';
import { Picture, outline } from '../kit/picture';
import { streamlines } from '../kit/streamlines';
import type { Painter } from './painter';

const BLOCKS = [
  '#f3e6c8',
  '#e8cfa0',
  '#d9a866',
  '#c96f4a',
  '#a9432f',
  '#7f9a6b',
  '#4f7454',
  '#2f5148',
  '#a8c0bd',
  '#6f9db3',
  '#3d6f9a',
  '#1f4676',
  '#14294f',
  '#1c1d2b',
  '#8a7a78',
  '#5b5560',
  '#d9b7a6',
  '#6a4a3a',
];
const KEY: Rgb = rgb('#1a2136');

/** Flat blocks of colour, a drawn key line, a graded sky (bokashi), the wood's grain in the flat tones, and a seal. */
export const ukiyoe: Painter = {
  id: 'ukiyo-e',
  artist: 'Tachibana Seiran',
  movement: 'Ukiyo-e',
  medium: 'Colour woodblock print',
  years: [1828, 1857],
  manner: 'flat blocks of colour inside a drawn key line, with a graded sky',
  quality: 55,
  paint(scene, random) {
    const { width, height, side, detail } = scene;
    const palette = new Palette(BLOCKS, 2.2);
    const unit = side / 768;
    const look = scene.colour.blur(3.2 * unit);
    const seed = Math.floor(random.range(0, 999));
    const wobble = (x: number, y: number): [number, number] => [
      x + (noise(x / 26, y / 26, seed) - 0.5) * 5,
      y + (noise(x / 26, y / 26, seed + 1) - 0.5) * 5,
    ];
    const tone = new Uint8Array(width * height);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) tone[i] = palette.nearestIndex(toLab(look.at(...wobble(x, y))));
    }
    const contour = contourDistance(scene);
    const blocks = edgeDistance(width, height, (i) => tone[i] ?? 0);
    const flat = Picture.of(width, height, (x, y) => {
      const i = y * width + x;
      const sky = 1 - Math.min(1, detail.at(x, y) / 0.3);
      // Empty areas are wiped by hand on the block, so their tone is graded.
      const [L, a, b] = toLab(look.at(x, y));
      const wiped = palette.towards(fromLab([L, a * 1.1, b * 1.05]), 0.3);
      const block = mix(palette.pigment(tone[i] ?? 0), wiped, sky * 0.75);
      const grain = Math.sin(
        y / (3.1 * unit) + 9 * fractal(x / 330, y / 50, seed + 5, 2) + noise(x / 130, y / 5, seed) * 2,
      );
      const gain = 1 + grain * (0.028 + 0.03 * sky) + (noise(x / 3, y / 3, 9) - 0.5) * 0.05;
      const inked = Math.max(
        ink(contour.at(x, y), (1.3 + 2.7 * noise(x / 34, y / 34, seed + 3) * (0.4 + detail.at(x, y))) * unit),
        0.5 * ink(blocks.at(x, y), 0.7) * Math.min(1, detail.at(x, y) * 1.6),
      );
      return mix(
        [block[0] * gain, block[1] * gain, block[2] * gain],
        luma(block) < 0.2 ? rgb('#5c6b86') : KEY,
        inked * (luma(block) < 0.2 ? 0.5 : 0.95),
      );
    });
    const canvas = flat.canvas();
    const ctx = canvas.getContext('2d');
    ctx.lineCap = 'round';
    // Carved lines that follow water, cloth and bark.
    for (const line of streamlines(
      scene,
      random,
      13 * unit,
      (x, y, [sx, sy]) =>
        detail.at(x, y) > 0.86 ||
        scene.label[(y | 0) * width + (x | 0)] !== scene.label[(sy | 0) * width + (sx | 0)] ||
        contour.at(x, y) < 4,
    )) {
      const [mx, my] = line[line.length >> 1] ?? [0, 0];
      if (line.length < 5 || noise(mx / 90, my / 60, seed + 8) < 0.22) continue;
      const dark = luma(flat.at(mx, my)) < 0.32;
      ctx.strokeStyle = dark
        ? 'rgba(170,190,205,0.5)'
        : `rgba(24,34,60,${detail.at(mx, my) < 0.26 ? 0.38 : 0.62})`;
      outline(ctx, line, false);
      ctx.lineWidth = (detail.at(mx, my) < 0.26 ? 1.5 : 2.3) * unit;
      ctx.stroke();
    }
    ctx.strokeStyle = '#161c30';
    for (const { points, width: w } of scene.lines) {
      outline(ctx, points, false);
      ctx.lineWidth = Math.max(2, w * 0.8);
      ctx.stroke();
    }
    seal(canvas, side, random.range(0, 1));
    margin(ctx, width, height, side);
    return Picture.from(canvas);
  },
};

/** The sheet's own edge, and the line the block was framed with. */
function margin(ctx: SKRSContext2D, width: number, height: number, side: number): void {
  const sheet = side * 0.022;
  ctx.lineJoin = 'miter';
  ctx.strokeStyle = '#f1e7cf';
  ctx.lineWidth = sheet * 2;
  ctx.strokeRect(0, 0, width, height);
  ctx.strokeStyle = '#1a2136';
  ctx.lineWidth = side * 0.004;
  ctx.strokeRect(sheet, sheet, width - 2 * sheet, height - 2 * sheet);
}

/** A red cartouche, set in a corner the composition leaves free. */
function seal(canvas: Canvas, side: number, turn: number): void {
  const ctx = canvas.getContext('2d');
  const w = side * 0.036;
  const x = canvas.width - w * 2.3;
  const y = w * (1.3 + turn * 0.4);
  ctx.fillStyle = '#b23a2c';
  ctx.fillRect(x, y, w, w * 2.5);
  ctx.strokeStyle = '#f1dfc0';
  ctx.lineWidth = w * 0.09;
  for (let row = 0; row < 3; row++) {
    const top = y + w * (0.25 + row * 0.75);
    ctx.beginPath();
    for (const [ax, ay, bx, by] of [
      [0.2, 0, 0.8, 0],
      [0.5, -0.1, 0.5, 0.5],
      [0.2, 0.25, 0.8, 0.25 + turn * 0.1],
      [0.25, 0.5, 0.75, 0.5],
    ] as const) {
      ctx.moveTo(x + ax * w, top + ay * w);
      ctx.lineTo(x + bx * w, top + by * w);
    }
    ctx.stroke();
  }
}
