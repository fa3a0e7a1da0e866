import { css, mix, rgb, shift, toLab, type Rgb } from '../kit/colour';
import { edgeDistance, ink } from '../kit/edges';
import { noise } from '../kit/noise';
import { Palette } from '../kit/palette';
import { blank, Picture } from '../kit/picture';
import type { Random } from '../kit/random';
import { tooth } from '../kit/surface';
import type { Scene } from '../scene/scene';
import type { Painter } from './painter';

const PRIMARIES = [
  '#f4f0e2',
  '#e6e1d2',
  '#d6d3c8',
  '#b4b4b0',
  '#c8281e',
  '#d63a28',
  '#1d3f94',
  '#17317c',
  '#f2c51d',
  '#edbb14',
  '#16161a',
  '#82868a',
  '#0f2458',
];
const LINE: Rgb = rgb('#121216');

interface Block {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Mean colour and spread of tone in a block, from a coarse grid of samples. */
function survey({ colour, tone }: Scene, { x, y, w, h }: Block): { mean: Rgb; spread: number } {
  let [r, g, b, sum, square] = [0, 0, 0, 0, 0];
  const n = 6;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const px = x + ((column + 0.5) * w) / n;
      const py = y + ((row + 0.5) * h) / n;
      const c = colour.at(px, py);
      [r, g, b] = [r + c[0] / (n * n), g + c[1] / (n * n), b + c[2] / (n * n)];
      const t = tone.at(px, py);
      [sum, square] = [sum + t, square + t * t];
    }
  }
  return { mean: [r, g, b], spread: Math.sqrt(Math.max(0, square / (n * n) - (sum / (n * n)) ** 2)) };
}

function split(block: Block, grid: number, upright: boolean, at: number): [Block, Block] | undefined {
  const { x, y, w, h } = block;
  const size = upright ? w : h;
  const cut = Math.round((size * at) / grid) * grid;
  if (cut < grid || size - cut < grid) return undefined;
  return upright
    ? [
        { x, y, w: cut, h },
        { x: x + cut, y, w: w - cut, h },
      ]
    : [
        { x, y, w, h: cut },
        { x, y: y + cut, w, h: h - cut },
      ];
}

/** Splits where the two halves become most even, on a fixed module. */
function divide(scene: Scene, random: Random, block: Block, grid: number, out: Block[]): void {
  const { spread } = survey(scene, block);
  const dwell = scene.detail.at(block.x + block.w / 2, block.y + block.h / 2);
  const large = Math.max(block.w, block.h) > scene.side * 0.36;
  // Only a face or a sail gets small blocks; sky and sea stay in large planes.
  const small = Math.min(block.w, block.h) < grid * (6 - 5 * Math.min(1, dwell * 1.35));
  let best: [Block, Block] | undefined;
  let least = Infinity;
  if (large || (!small && spread > 0.085)) {
    for (const upright of [true, false]) {
      for (const at of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
        const halves = split(block, grid, upright, at);
        if (!halves) continue;
        const cost =
          halves.reduce((sum, half) => sum + survey(scene, half).spread * Math.sqrt(half.w * half.h), 0) /
            Math.sqrt(block.w * block.h) +
          random.next() * 0.02;
        if (cost < least) [best, least] = [halves, cost];
      }
    }
  }
  if (!best) out.push(block);
  else for (const half of best) divide(scene, random, half, grid, out);
}

/** Neo-plasticism that still shows its motif: its masses are blocks of primary, black, white and grey between black bars. */
export const deStijl: Painter = {
  id: 'de-stijl',
  artist: 'Hendrika Bosscha',
  movement: 'De Stijl',
  medium: 'Oil on canvas',
  years: [1917, 1931],
  manner: 'upright blocks of primary colour, white and grey between black bars',
  quality: 60,
  paint(scene, random) {
    const { width, height, side } = scene;
    const palette = new Palette(PRIMARIES, 1.9);
    const grid = side / 36;
    const calm = scene.colour.blur(side * 0.012);
    const motif: Scene = { ...scene, colour: calm, tone: calm.tone() };
    const blocks: Block[] = [];
    divide(motif, random, { x: 0, y: 0, w: width, h: height }, grid, blocks);
    const [canvas, ctx] = blank(width, height, '#f1ede0');
    const colours = blocks.map((block) => {
      const [L, a, b] = toLab(survey(motif, block).mean);
      const wanted = palette.nearestIndex([L * 1.04 + 0.015 * random.normal(), a * 2.4, b * 2.4]);
      return palette.pigment(wanted);
    });
    blocks.forEach(({ x, y, w, h }, i) => {
      const colour = shift(colours[i] ?? LINE, 0.012 * random.normal());
      ctx.fillStyle = css(colour);
      ctx.fillRect(x, y, w + 1, h + 1);
      // Flat, but by hand: the brush goes the long way of the block.
      const along = w > h;
      for (let n = 0; n < (along ? h : w); n += 4) {
        ctx.fillStyle = css(shift(colour, 0.02 * random.normal()), 0.6);
        if (along) ctx.fillRect(x, y + n, w, 3);
        else ctx.fillRect(x + n, y, 3, h);
      }
    });
    const hues = new Uint8Array(width * height);
    blocks.forEach(({ x, y, w, h }, n) => {
      const large = w * h > (side * 0.16) ** 2;
      // A large plane has bars on all sides, even beside one of its colour; small ones of one colour join into a mass.
      const hue = large ? 100 + n : palette.pigments.indexOf(colours[n] ?? LINE);
      for (let row = Math.round(y); row < Math.round(y + h) && row < height; row++)
        hues.fill(hue, row * width + Math.round(x), row * width + Math.round(x + w));
    });
    const bars = edgeDistance(width, height, (i) => hues[i] ?? 0);
    const half = (side / 768) * random.range(4, 5);
    const picture = Picture.from(canvas).map(([r, g, b], x, y) => {
      const worn = (noise(x / 60, y / 60, 21) - 0.5) * 9;
      return mix([r + worn, g + worn, b + worn * 0.6], LINE, ink(bars.at(x, y), half));
    });
    return tooth(picture, 0.035, 3);
  },
};
