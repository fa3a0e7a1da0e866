import { dot } from './dot';
import { cielab, paletteDimensions, paletteEmbedding, paletteSpace } from './palette';
import type { Pixels } from './pixels';
import { seededRandom } from './random';
import { squareView } from './view';

type Colour = readonly [number, number, number];

function picture(colours: readonly Colour[]): Pixels {
  return { width: colours.length, height: 1, data: Uint8Array.from(colours.flat()) };
}
const palette = (...colours: Colour[]) => paletteEmbedding(picture(colours));
const red: Colour = [200, 30, 30];
const blue: Colour = [30, 30, 200];
const grey: Colour = [128, 128, 128];

test.each<[Colour, [number, number, number]]>([
  [
    [255, 255, 255],
    [100, 0, 0],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  // Bruce Lindbloom's calculator, sRGB and D65.
  [
    [255, 0, 0],
    [53.24, 80.09, 67.2],
  ],
  [
    [0, 0, 255],
    [32.3, 79.19, -107.86],
  ],
  [
    [119, 119, 119],
    [50.03, 0, 0],
  ],
])('sRGB %p is CIELAB %p', (colour, wanted) => {
  cielab(...colour).forEach((value, i) => expect(value).toBeCloseTo(wanted[i] as number, 1));
});

describe('a palette', () => {
  it('has length 1 and nothing negative, for any picture', () => {
    const random = seededRandom(7);
    for (let tries = 0; tries < 20; tries++) {
      const data = Uint8Array.from({ length: 300 }, () => random() * 256);
      const values = paletteEmbedding({ width: 10, height: 10, data });
      expect(values).toHaveLength(paletteDimensions);
      expect(dot(values, values)).toBeCloseTo(1, 5);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    }
  });

  it('does not depend on where a colour is', () => {
    expect(dot(palette(red, blue, grey), palette(grey, red, blue))).toBeCloseTo(1, 6);
  });

  it('is nearer the more colour two pictures share', () => {
    const [half, none] = [palette(red, blue), palette(blue, blue)];
    expect(dot(palette(red, red), half)).toBeGreaterThan(dot(palette(red, red), none));
    expect(dot(palette(red, red), none)).toBeLessThan(0.5);
  });

  it('changes little where a colour crosses from one cell to the next', () => {
    for (let level = 0; level < 255; level++) {
      const next = level + 1;
      expect(dot(palette([level, level, level]), palette([next, next, next]))).toBeGreaterThan(0.9);
    }
  });

  it('is of another space than what a network sees, and than that of another view', async () => {
    const { id, dimensions } = await paletteSpace(squareView);
    expect(id).toMatch(/^palette-[0-9a-f]{16}$/);
    expect(dimensions).toBe(paletteDimensions);
    expect((await paletteSpace({ frame: 'whole', sizePx: 256 })).id).not.toBe(id);
  });
});
