import fc from 'fast-check';
import {
  cornerMoved,
  type Frame,
  shareMin,
  firstFrame,
  fittedFrame,
  frameAfterKey,
  movedFrame,
  resizedFrame,
} from './frame';

const share = fc.double({ min: -3, max: 3, noNaN: true });

test('a frame stays within its picture, and large enough to show something, wherever it is dragged', () => {
  fc.assert(
    fc.property(share, share, share, share, (dx, dy, wide, high) => {
      const frame = resizedFrame(movedFrame(fittedFrame(firstFrame), dx, dy), wide, high);
      expect(frame.left).toBeGreaterThanOrEqual(0);
      expect(frame.top).toBeGreaterThanOrEqual(0);
      expect(frame.left + frame.width).toBeLessThanOrEqual(1 + 1e-9);
      expect(frame.top + frame.height).toBeLessThanOrEqual(1 + 1e-9);
      expect(Math.min(frame.width, frame.height)).toBeGreaterThanOrEqual(0.12 - 1e-9);
    }),
  );
});

test('arrows move it, with Shift they size it, other keys do neither', () => {
  expect(frameAfterKey(firstFrame, 'ArrowRight', false)?.left).toBeCloseTo(0.22);
  expect(frameAfterKey(firstFrame, 'ArrowDown', true)?.height).toBeCloseTo(0.62);
  expect(frameAfterKey(firstFrame, 'Tab', false)).toBeNull();
});

test.each([
  ['top-left', { left: 0.3, top: 0.1, width: 0.5, height: 0.7 }],
  ['top-right', { left: 0.2, top: 0.1, width: 0.7, height: 0.7 }],
  ['bottom-left', { left: 0.3, top: 0.2, width: 0.5, height: 0.5 }],
  ['bottom-right', { left: 0.2, top: 0.2, width: 0.7, height: 0.5 }],
] as const)('its %s corner moves, and the opposite one stays', (corner, moved) => {
  const found = cornerMoved({ left: 0.2, top: 0.2, width: 0.6, height: 0.6 }, corner, 0.1, -0.1);
  for (const [side, share] of Object.entries(moved)) expect(found[side as keyof Frame]).toBeCloseTo(share);
});

test('a corner stays within the picture and leaves a frame that shows brushwork', () => {
  const frame = { left: 0.2, top: 0.2, width: 0.6, height: 0.6 };
  expect(cornerMoved(frame, 'top-left', -9, -9)).toMatchObject({ left: 0, top: 0 });
  expect(cornerMoved(frame, 'bottom-right', -9, -9)).toMatchObject({ width: shareMin, height: shareMin });
});
