import { areaOf, type Corners, isConvex, isWithin } from './corners';
import { fromUnitSquare } from './homography';
import { outlineOf, type OutlineMaps } from './outline';

const side = 48;
const corners: Corners = [
  { x: 0.2, y: 0.25 },
  { x: 0.8, y: 0.15 },
  { x: 0.85, y: 0.9 },
  { x: 0.15, y: 0.7 },
];

/** Maps as the network gives them of a painting within these corners; `mask`: what it takes for painting. */
function mapsOf({
  at = corners,
  mask = at,
  isPhotograph = 9,
}: { at?: Corners; mask?: Corners; isPhotograph?: number } = {}): OutlineMaps {
  const maps = new Float32Array(side * side * 5);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const place = { x: (column + 0.5) / side, y: (row + 0.5) / side };
      const away = at.map(({ x, y }) => (((x - place.x) ** 2 + (y - place.y) ** 2) * side ** 2) / 1.28);
      maps.set([isWithin(mask, place) ? 6 : -6, ...away.map((far) => -far)], (row * side + column) * 5);
    }
  return { side, maps, isPhotograph };
}

test('a painting on a wall is found to within a fifth of a cell', () => {
  const outline = outlineOf(mapsOf());
  expect(outline?.area).toBeCloseTo(areaOf(corners), 2);
  for (const [at, { x, y }] of corners.entries()) {
    expect(Math.abs((outline?.corners[at]?.x ?? 0) - x)).toBeLessThan(0.2 / side);
    expect(Math.abs((outline?.corners[at]?.y ?? 0) - y)).toBeLessThan(0.2 / side);
  }
});

const [a, b, c, d] = corners;
const whole: Corners = [
  { x: 0.01, y: 0.01 },
  { x: 0.99, y: 0.01 },
  { x: 0.99, y: 0.99 },
  { x: 0.01, y: 0.99 },
];
test.each([
  ['nothing but a painting', { isPhotograph: -2 }],
  ['corners at the edges of the picture', { at: whole }],
  ['sides that cross', { at: [a, c, b, d] as Corners, mask: corners }],
  ['corners elsewhere than what looks like painting', { mask: [a, b, { x: 0.82, y: 0.5 }, d] as Corners }],
])('no painting is found for %s', (_, maps) => {
  expect(outlineOf(mapsOf(maps))).toBeNull();
});

test('a unit square is mapped onto its quadrilateral, and straight lines stay straight', () => {
  const placeOf = fromUnitSquare(corners);
  const square = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  for (const [at, [u, v]] of square.entries()) {
    expect(placeOf(u, v).x).toBeCloseTo(corners[at]?.x ?? NaN, 12);
    expect(placeOf(u, v).y).toBeCloseTo(corners[at]?.y ?? NaN, 12);
  }
  const line = [placeOf(0.1, 0.2), placeOf(0.4, 0.5), placeOf(0.7, 0.8)];
  expect(areaOf(line)).toBeCloseTo(0, 12);
  const middle = placeOf(0.5, 0.5);
  // Where the diagonals cross, which is not the mean of the corners.
  expect(areaOf([a, middle, c])).toBeCloseTo(0, 12);
  expect(areaOf([b, middle, d])).toBeCloseTo(0, 12);
});

test('corners in order run clockwise', () => {
  expect(isConvex(corners)).toBe(true);
  expect(isConvex([d, c, b, a])).toBe(false);
  expect(isConvex([a, b, { x: 0.3, y: 0.3 }, d])).toBe(false);
});
