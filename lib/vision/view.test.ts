import { squareView, viewId, viewPart, viewSize } from './view';

describe('what a network is shown of a picture', () => {
  it('is a square of the same size whatever the picture', () => {
    expect(viewSize(squareView, { width: 4000, height: 300 })).toEqual({ width: 224, height: 224 });
  });

  it.each([
    [500, 500, 256, 256],
    [600, 400, 320, 224],
    [400, 600, 224, 320],
    // As wide as 3 : 1 is shown; the rest is cut off.
    [9000, 300, 448, 160],
  ])('is the whole of %d × %d as %d × %d, of the same area', (width, height, shownWidth, shownHeight) => {
    const size = viewSize({ frame: 'whole', sizePx: 256 }, { width, height });
    expect(size).toEqual({ width: shownWidth, height: shownHeight });
    expect(Math.abs(Math.log((size.width * size.height) / 256 ** 2))).toBeLessThan(0.12);
  });

  it('is a corner two thirds as long as the short side', () => {
    const picture = { width: 900, height: 600 };
    expect(viewPart({ frame: 'top-left', sizePx: 160 }, picture)).toEqual({
      left: 0,
      top: 0,
      width: 400,
      height: 400,
    });
    expect(viewPart({ frame: 'bottom-right', sizePx: 160 }, picture)).toMatchObject({ left: 500, top: 200 });
  });

  it('has a name', () => {
    expect(viewId({ frame: 'whole', sizePx: 256 })).toBe('whole-256');
  });
});
