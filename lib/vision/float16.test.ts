import fc from 'fast-check';
import { fromHalf, toHalf } from './float16';

describe('half precision', () => {
  it('gives back each of its 65,536 values', () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const value = fromHalf(bits);
      if (!Number.isNaN(value)) expect(toHalf(value)).toBe(bits);
    }
  });

  it.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [65_520, 0x7c00],
    [1e9, 0x7c00],
    [-Infinity, 0xfc00],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [2 ** -25 * 1.5, 0x0001],
    [2 ** -14, 0x0400],
    [1 + 1 / 2048, 0x3c00],
    [1 + 3 / 2048, 0x3c02],
  ])('writes %d as its nearest, ties to even', (value, bits) => expect(toHalf(value)).toBe(bits));

  it('keeps NaN', () => expect(fromHalf(toHalf(NaN))).toBeNaN());

  it('is off by at most one part in 2,048', () => {
    fc.assert(
      fc.property(
        fc.float({ min: Math.fround(2 ** -14), max: 65_000, noNaN: true }),
        (value) => Math.abs(fromHalf(toHalf(value)) - value) <= value / 2048,
      ),
    );
  });
});
