import { css, fromLab, toLab, type Lab } from '../kit/colour';
import { Palette } from '../kit/palette';
import { blank, Picture } from '../kit/picture';
import { scatter } from '../kit/stroke';
import type { Painter } from './painter';

const PURE = [
  '#f9f3dc',
  '#f4d64e',
  '#ef9a3a',
  '#dd5135',
  '#b52f57',
  '#7a4a9c',
  '#3a4a9e',
  '#2f78b8',
  '#7db8d6',
  '#4a9a6e',
  '#9cc45a',
  '#d8e2a4',
  '#f2b8a0',
  '#c5b4d8',
  '#2a2550',
  '#1f4a4a',
  '#5b2138',
  '#16163a',
  '#8f6a3a',
];

/** Chromoluminarism: pure dots that the eye mixes. Each dot is the pigment nearest to the colour wanted, plus noise, so that a field's dots average to it. */
export const pointillist: Painter = {
  id: 'pointillist',
  artist: 'Armand Tessier',
  movement: 'Pointillism',
  medium: 'Oil on panel',
  years: [1884, 1898],
  manner: 'separate round dots of pure colour that mix in the eye',
  quality: 30,
  paint(scene, random) {
    const { width, height, side, colour } = scene;
    const palette = new Palette(PURE, 1.7);
    const unit = side / 768;
    const [canvas, ctx] = blank(width, height, '#e9dfc4');
    const look = colour.blur(2);
    const ground = colour.blur(7).canvas();
    ctx.globalAlpha = 0.6;
    ctx.drawImage(ground, 0, 0);
    ctx.globalAlpha = 1;
    for (const [pitch, size] of [
      [9, 5],
      [8, 4.3],
      [9, 3.9],
    ] as const) {
      for (const [x, y] of scatter(random, width, height, pitch * unit)) {
        const [L, a, b] = toLab(look.at(x, y));
        const wanted: Lab = [
          L + 0.05 * random.normal(),
          a * 1.25 + 0.042 * random.normal(),
          b * 1.25 + 0.046 * random.normal(),
        ];
        const pure = toLab(palette.pigment(palette.nearestIndex(wanted)));
        // A dot of pure pigment at the tone the place needs: keeps lights and darks true.
        ctx.fillStyle = css(fromLab([pure[0] * 0.62 + wanted[0] * 0.38, pure[1], pure[2]]));
        ctx.beginPath();
        ctx.arc(x, y, size * random.range(0.8, 1.15) * unit, 0, Math.PI * 2);
        ctx.fill();
      }
    }
    return Picture.from(canvas);
  },
};
