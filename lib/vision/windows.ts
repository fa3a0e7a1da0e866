import { isExtremeShape } from './extreme-shape';
import type { Pixels } from './pixels';
import { type Size, type View, viewSize } from './view';

/** Windows cost a pass through the network each. Six show a scroll of 18 : 1 completely. */
const windowsMax = 6;

function hasWindows({ frame }: View, picture: Size): boolean {
  return frame === 'whole' && isExtremeShape(picture);
}

/** What a picture of this size is scaled to before the network sees it: the view's size, or longer for an extreme shape. */
export function scaledSize(view: View, picture: Size): Size {
  const { width, height } = viewSize(view, picture);
  if (!hasWindows(view, picture)) return { width, height };
  return picture.width > picture.height
    ? { width: Math.round((height * picture.width) / picture.height), height }
    : { width, height: Math.round((width * picture.height) / picture.width) };
}

/**
 * The windows of a picture that was brought to its {@link scaledSize}, evenly spread from end to end; they overlap
 * where they have to. Other shapes are passed on as they are.
 *
 * @param picture its size before it was scaled
 */
export function cutWindows(scaled: Pixels, view: View, picture: Size): Pixels {
  if (!hasWindows(view, picture)) return scaled;
  const { width, height } = viewSize(view, picture);
  const slack = { x: scaled.width - width, y: scaled.height - height };
  const windows = Math.min(windowsMax, Math.ceil(Math.max(scaled.width / width, scaled.height / height)));
  const data = new Uint8Array(windows * width * height * 3);
  for (let window = 0; window < windows; window++) {
    const share = window / (windows - 1);
    const [left, top] = [Math.round(slack.x * share), Math.round(slack.y * share)];
    for (let y = 0; y < height; y++) {
      const from = ((top + y) * scaled.width + left) * 3;
      data.set(scaled.data.subarray(from, from + width * 3), (window * height + y) * width * 3);
    }
  }
  return { width, height: windows * height, data, windows };
}

/** The windows of a picture one by one; of an ordinary shape the picture itself. */
export function windowsOf({ width, height, data, windows = 1 }: Pixels): Pixels[] {
  const length = data.length / windows;
  return Array.from({ length: windows }, (_, window) => ({
    width,
    height: height / windows,
    data: data.subarray(window * length, (window + 1) * length),
  }));
}
