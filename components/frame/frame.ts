/** A part of a picture, in shares of its sides, 0 … 1. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const wholeFrame: Frame = { left: 0, top: 0, width: 1, height: 1 };
export const firstFrame: Frame = { left: 0.2, top: 0.2, width: 0.6, height: 0.6 };

/** A smaller part shows no brushwork. */
export const shareMin = 0.12;

/** The frame as near to what was asked as it can be within the picture. */
export function fittedFrame({ left, top, width, height }: Frame): Frame {
  const w = Math.min(1, Math.max(shareMin, width));
  const h = Math.min(1, Math.max(shareMin, height));
  return { left: between(left, 0, 1 - w), top: between(top, 0, 1 - h), width: w, height: h };
}

export function movedFrame(frame: Frame, dx: number, dy: number): Frame {
  return fittedFrame({ ...frame, left: frame.left + dx, top: frame.top + dy });
}

/** Its lower right corner moved; the upper left one stays. */
export function resizedFrame(frame: Frame, dx: number, dy: number): Frame {
  return {
    ...frame,
    width: between(frame.width + dx, shareMin, 1 - frame.left),
    height: between(frame.height + dy, shareMin, 1 - frame.top),
  };
}

export const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof corners)[number];

/** One of its corners moved; the opposite one stays. */
export function cornerMoved(frame: Frame, corner: Corner, dx: number, dy: number): Frame {
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height];
  const left = corner.endsWith('left') ? between(frame.left + dx, 0, right - shareMin) : frame.left;
  const top = corner.startsWith('top') ? between(frame.top + dy, 0, bottom - shareMin) : frame.top;
  return {
    left,
    top,
    width: corner.endsWith('left') ? right - left : between(frame.width + dx, shareMin, 1 - left),
    height: corner.startsWith('top') ? bottom - top : between(frame.height + dy, shareMin, 1 - top),
  };
}

const step = 0.02;

/** What a key does to a frame: arrows move it, with Shift they size it; null for any other key. */
export function frameAfterKey(frame: Frame, key: string, shift: boolean): Frame | null {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = moves[key];
  if (!move) return null;
  return shift ? resizedFrame(frame, ...move) : movedFrame(frame, ...move);
}

function between(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
