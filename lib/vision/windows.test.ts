import { isExtremeShape } from './extreme-shape';
import type { Pixels } from './pixels';
import { squareView, type View, viewSize } from './view';
import { cutWindows, scaledSize, windowsOf } from './windows';

const view: View = { frame: 'whole', sizePx: 256 };

/** A picture whose red says which column, whose green says which row. */
function ruled(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++)
    data.set([(i % width) & 255, Math.floor(i / width) & 255, 0], i * 3);
  return { width, height, data };
}

test.each([
  [4000, 1000, false],
  [4001, 1000, true],
  [1000, 4001, true],
  [300, 300, false],
])('%d × %d is extreme: %s', (width, height, extreme) => {
  expect(isExtremeShape({ width, height })).toBe(extreme);
});

test.each([
  ['an ordinary shape', view, { width: 3000, height: 1000 }],
  ['four to one', view, { width: 4000, height: 1000 }],
  ['a scroll in a square view', squareView, { width: 30_000, height: 320 }],
])('%s is scaled to the size of the view and passed on as it is', (_what, own, picture) => {
  expect(scaledSize(own, picture)).toEqual(viewSize(own, picture));
  const scaled = ruled(8, 4);
  expect(cutWindows(scaled, own, picture)).toBe(scaled);
});

test.each([
  ['five to one', { width: 5000, height: 1000 }, 2, { width: 448, height: 160 }],
  ['a handscroll', { width: 30_000, height: 320 }, 6, { width: 448, height: 160 }],
  ['a pillar print', { width: 300, height: 1800 }, 3, { width: 160, height: 448 }],
])('%s is shown in windows from end to end', (_what, picture, count, size) => {
  const { width, height } = scaledSize(view, picture);
  expect(Math.abs(Math.log((width * picture.height) / (height * picture.width)))).toBeLessThan(0.001);
  const scaled = ruled(width, height);
  const cut = cutWindows(scaled, view, picture);
  expect(cut.windows).toBe(count);
  const windows = windowsOf(cut);
  expect(windows.map((window) => [window.width, window.height])).toEqual(
    Array.from({ length: count }, () => [size.width, size.height]),
  );
  expect([...(windows[0]?.data.subarray(0, 2) ?? [])]).toEqual([0, 0]);
  expect([...(windows.at(-1)?.data.subarray(-3, -1) ?? [])]).toEqual([(width - 1) & 255, (height - 1) & 255]);
});
