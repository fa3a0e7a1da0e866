import { fromLab, mix, shift, toLab, type Rgb } from '../kit/colour';
import { edgeDistance } from '../kit/edges';
import { fractal, noise } from '../kit/noise';
import { Palette } from '../kit/palette';
import { outline, Picture } from '../kit/picture';
import { Plane } from '../kit/plane';
import type { Random } from '../kit/random';
import { scatter } from '../kit/stroke';
import { rake } from '../kit/surface';
import type { Scene } from '../scene/scene';
import type { Painter } from './painter';

const POTMETAL = [
  '#fdf3c4',
  '#f8d85c',
  '#f0a52c',
  '#dd5a22',
  '#b81f2a',
  '#7c1030',
  '#4a1a5c',
  '#7d4aa8',
  '#2b2f8f',
  '#1c56b8',
  '#3f92d8',
  '#a6d8ee',
  '#e6f4ee',
  '#1f7d72',
  '#2e9a58',
  '#8cc152',
  '#dbe88e',
  '#12324a',
  '#0e1430',
  '#1d3a24',
  '#6a3a1c',
  '#c98a4e',
  '#f3c9a4',
  '#8a9ab4',
  '#4a5674',
  '#2a1a22',
];

/** A piece of glass: no larger than can be cut, no smaller than can be leaded. */
function pieces(scene: Scene, random: Random): Uint16Array {
  const { width, height, side, label } = scene;
  const pitch = side * 0.062;
  const columns = Math.ceil(width / pitch) + 3;
  const seeds: { x: number; y: number; region: number }[][] = Array.from(
    { length: columns * (Math.ceil(height / pitch) + 3) },
    () => [],
  );
  const list: { x: number; y: number; region: number }[] = [];
  const add = (x: number, y: number): void => {
    const seed = { x, y, region: label[(y | 0) * width + (x | 0)] ?? 0 };
    seeds[(Math.floor(y / pitch) + 1) * columns + Math.floor(x / pitch) + 1]?.push(seed);
    list.push(seed);
  };
  for (const [x, y] of scatter(random, width, height, pitch)) {
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    if (scene.detail.at(x, y) > 0.27 || random.chance(0.22)) add(x, y);
  }
  const seen = new Set(list.map((seed) => seed.region));
  label.forEach((region, i) => {
    if (seen.has(region)) return;
    seen.add(region);
    add(i % width, Math.floor(i / width));
  });
  const index = new Map(list.map((seed, i) => [seed, i] as const));
  const owner = new Uint16Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const region = label[i] ?? 0;
      const flow = scene.flow.cells[i] ?? 0;
      const [c, s] = [Math.cos(flow), Math.sin(flow)];
      let nearest = 60000 + region;
      let least = Infinity;
      const home = (Math.floor(y / pitch) + 1) * columns + Math.floor(x / pitch) + 1;
      for (let row = -2; row <= 2; row++) {
        for (let column = -2; column <= 2; column++) {
          for (const seed of seeds[home + row * columns + column] ?? []) {
            if (seed.region !== region) continue;
            const [dx, dy] = [seed.x - x, seed.y - y];
            // Pieces run with the form: longer along it than across.
            const d = (dx * c + dy * s) ** 2 * 0.35 + (dy * c - dx * s) ** 2;
            if (d < least) [nearest, least] = [index.get(seed) ?? 0, d];
          }
        }
      }
      owner[i] = nearest;
    }
  }
  return owner;
}

function glassColours(scene: Scene, owner: Uint16Array, random: Random): Map<number, Rgb> {
  const sums = new Map<number, [number, number, number, number]>();
  owner.forEach((piece, i) => {
    const sum = sums.get(piece) ?? [0, 0, 0, 0];
    for (const k of [0, 1, 2] as const) sum[k] += scene.colour.bytes[i * 4 + k] ?? 0;
    sum[3]++;
    sums.set(piece, sum);
  });
  const palette = new Palette(POTMETAL, 1.8);
  const colours = new Map<number, Rgb>();
  for (const [piece, [r, g, b, n]] of sums) {
    const [L, ca, cb] = toLab([r / n, g / n, b / n]);
    colours.set(
      piece,
      palette.towards(
        fromLab([
          L + 0.04 * random.normal(),
          ca * 1.6 + 0.012 * random.normal(),
          cb * 1.6 + 0.012 * random.normal(),
        ]),
        0.8,
      ),
    );
  }
  return colours;
}

/** Pot-metal glass cut along the form and leaded, with daylight behind it. */
export const stainedGlass: Painter = {
  id: 'stained-glass',
  artist: 'Ysolde Marchmont',
  movement: 'Stained glass',
  medium: 'Leaded glass',
  years: [1893, 1912],
  manner: 'leaded pieces of coloured glass lit from behind',
  quality: 50,
  paint(scene, random) {
    const { width, height, side, label } = scene;
    const unit = side / 768;
    const owner = pieces(scene, random);
    const colours = glassColours(scene, owner, random);
    const cut = edgeDistance(width, height, (i) => owner[i] ?? 0);
    const mass = edgeDistance(width, height, (i) => label[i] ?? 0);
    const seed = Math.floor(random.range(0, 999));
    const soft = scene.tone.blur(3);
    const lead = new Plane(width, height);
    const glass = Picture.of(width, height, (x, y) => {
      const i = y * width + x;
      const piece = owner[i] ?? 0;
      const base = colours.get(piece) ?? [0, 0, 0];
      const d = cut.at(x, y);
      const angle = (piece * 2.399) % Math.PI;
      const streak =
        fractal(
          (x * Math.cos(angle) + y * Math.sin(angle)) / (60 * unit),
          (y * Math.cos(angle) - x * Math.sin(angle)) / (11 * unit),
          seed + (piece % 50),
          2,
        ) - 0.5;
      const glow = Math.min(1, d / (15 * unit));
      const seedy = noise(x / 3.2, y / 3.2, 44) > 0.93 ? 0.05 : 0;
      const painted = (soft.at(x, y) - 0.5) * 0.1;
      const lit = shift(base, -0.1 + glow * 0.13 + streak * 0.2 + seedy + painted, 1.05);
      const wide = (mass.at(x, y) < 3 ? 3.4 : 2.2) * unit;
      const leaded = Math.max(
        0,
        Math.min(1, wide + noise(x / 9, y / 9, 3) * 1.2 - Math.min(d, mass.at(x, y) + 1) + 0.5),
      );
      lead.cells[i] = leaded * Math.max(0, 1 - Math.min(d, mass.at(x, y)) / 5);
      return mix(lit, [24, 23, 26], leaded * 0.97);
    });
    const halo = glass.blur(9 * unit);
    const shining = glass.map((colour, x, y) => {
      const light = halo.at(x, y);
      return [colour[0] + light[0] * 0.12, colour[1] + light[1] * 0.12, colour[2] + light[2] * 0.12];
    });
    const canvas = rake(shining, lead, 0.25).canvas();
    const ctx = canvas.getContext('2d');
    for (const { points, width: w } of scene.lines) {
      ctx.strokeStyle = 'rgba(26,24,28,0.9)';
      ctx.lineWidth = Math.max(2.4, w);
      outline(ctx, points, false);
      ctx.stroke();
    }
    return Picture.from(canvas);
  },
};
