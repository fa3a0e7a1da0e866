/** A part of a picture, in percent of its width and height from the upper left corner, as in IIIF's `pct:x,y,w,h`. */
export interface Detail {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A smaller part, in percent of a side, has too few pixels to show how it is painted. */
export const detailSideMin = 1;

/** From 0 to 100 with at most two decimals. */
const percentSource = String.raw`(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)`;
/** Of a regular expression, to be anchored. */
export const detailSource = Array.from({ length: 4 }, () => percentSource).join(',');
const pattern = new RegExp(`^${detailSource}$`);

/** Null if the text is no part of a picture. */
export function parseDetail(text: string): Detail | null {
  if (!pattern.test(text)) return null;
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number);
  const isInside =
    hundredths(x) + hundredths(width) <= 10_000 && hundredths(y) + hundredths(height) <= 10_000;
  return isInside && Math.min(width, height) >= detailSideMin ? { x, y, width, height } : null;
}

export function formatDetail({ x, y, width, height }: Detail): string {
  return [x, y, width, height].map((percent) => String(hundredths(percent) / 100)).join(',');
}

export function isWhole({ width, height }: Detail): boolean {
  return hundredths(width) === 10_000 && hundredths(height) === 10_000;
}

function hundredths(percent: number): number {
  return Math.round(percent * 100);
}
