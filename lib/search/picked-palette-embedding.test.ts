import { dot } from '@/lib/vision/dot';
import { paletteEmbedding } from '@/lib/vision/palette';
import { pickedPaletteEmbedding } from './picked-palette-embedding';

const red = { colour: 'c81e1e', share: 75 };
const blue = { colour: '1e1ec8', share: 25 };

/** A picture of stripes. */
const painting = (...widths: [width: number, r: number, g: number, b: number][]) => {
  const data = widths.flatMap(([width, ...rgb]) => Array.from({ length: width }, () => rgb).flat());
  return paletteEmbedding({ width: data.length / 3, height: 1, data: Uint8Array.from(data) });
};

test('a palette is that of a picture with these colours in these proportions', () => {
  const picture = painting([300, 200, 30, 30], [100, 30, 30, 200]);
  expect(dot(pickedPaletteEmbedding([red, blue]), picture)).toBeCloseTo(1, 5);
});

test('it is of length 1 and depends on the proportions alone', () => {
  const picked = pickedPaletteEmbedding([red, blue]);
  const same = pickedPaletteEmbedding([
    { ...red, share: 3 },
    { ...blue, share: 1 },
  ]);
  expect(dot(picked, picked)).toBeCloseTo(1, 5);
  expect(dot(picked, same)).toBeCloseTo(1, 5);
  expect(dot(picked, pickedPaletteEmbedding([blue]))).toBeLessThan(0.6);
});
