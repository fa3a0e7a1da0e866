import { hasHalftone } from './halftone';
import type { Pixels } from './pixels';
import { normalsFrom, seededRandom } from './random';

const [width, height] = [296, 221];

/** A picture of greys 0 … 255 by place. */
function pictureOf(grey: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.fill(Math.round(grey(x, y)), (y * width + x) * 3, (y * width + x + 1) * 3);
  return { width, height, data };
}

const slope = (x: number, y: number) => 60 + 0.3 * x + 0.2 * y;

/** A screen of dots, as dark as a fifth of the range. */
function dots(x: number, y: number, pitchPx: number, degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  const [u, v] = [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
  const turn = (2 * Math.PI) / pitchPx;
  return 25 * Math.cos(u * turn) * Math.cos(v * turn);
}

test.each([
  [3, 45],
  [4.3, 15],
  [5, 75],
])('dots every %s pixels at %s degrees are found', (pitchPx, degrees) => {
  expect(hasHalftone(pictureOf((x, y) => slope(x, y) + dots(x, y, pitchPx, degrees)))).toBe(true);
});

test('dots under grain are found', () => {
  const normal = normalsFrom(seededRandom(1));
  const grainy = pictureOf((x, y) => slope(x, y) + dots(x, y, 4, 45) + 6 * normal());
  expect(hasHalftone(grainy)).toBe(true);
});

test('neither a plain ground nor grain nor a soft edge nor wide stripes count as dots', () => {
  const normal = normalsFrom(seededRandom(2));
  const others = [
    pictureOf(slope),
    pictureOf((x, y) => slope(x, y) + 20 * normal()),
    pictureOf((x, y) => 128 + 80 * Math.tanh((x + 2 * y - 300) / 8) + 3 * normal()),
    pictureOf((x) => 128 + 60 * Math.sin((2 * Math.PI * x) / 20) + 3 * normal()),
  ];
  expect(others.map(hasHalftone)).toEqual(others.map(() => false));
});

test('a picture smaller than a tile has none', () => {
  expect(hasHalftone({ width: 20, height: 20, data: new Uint8Array(1200) })).toBe(false);
});
