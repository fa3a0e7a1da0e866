import { mainColours } from './main-colours';

const pixels = (...parts: readonly (readonly [number, readonly [number, number, number]])[]) => ({
  data: new Uint8Array(parts.flatMap(([count, rgb]) => Array.from({ length: count }, () => [...rgb]).flat())),
});

test('the most frequent colour comes first, and shares are of the whole picture', () => {
  const found = mainColours(pixels([60, [200, 30, 30]], [30, [20, 40, 160]], [10, [250, 250, 245]]));
  expect(found).toEqual([
    { hex: '#c81e1e', share: 0.6 },
    { hex: '#1428a0', share: 0.3 },
    { hex: '#fafaf5', share: 0.1 },
  ]);
});

test('shades of one colour are one, and specks are none', () => {
  const found = mainColours(pixels([500, [200, 30, 30]], [490, [204, 36, 34]], [5, [0, 255, 0]]));
  expect(found).toHaveLength(1);
  expect(found[0]?.share).toBeCloseTo(990 / 995);
});

test('a picture of noise has at most seven', () => {
  const noise = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256);
  expect(mainColours({ data: new Uint8Array(noise) }).length).toBeLessThanOrEqual(7);
});
