import fc from 'fast-check';
import { firstFrame, fittedFrame, frameAfterKey, movedFrame, resizedFrame } from './frame';

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
