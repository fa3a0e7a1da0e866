import { type Region } from '@/lib/images/region';
import { Problem } from '@/lib/platform/problem';

/** A smaller part shows no brushwork. */
export const cropShareMin = 0.12;

/** The crop of a form, in percent of the picture's width and height. */
export type CropFields = Readonly<Record<'x' | 'y' | 'width' | 'height', string>>;

const percentDigits = 2;

/**
 * What of a picture is embedded, from a form's four numbers in percent. All blank, or the whole picture: null.
 * @throws Problem `invalid-request` for what is no number, or not within the picture
 */
export function parseCrop(fields: Partial<CropFields>): Region | null {
  const names = ['x', 'y', 'width', 'height'] as const;
  if (names.every((name) => (fields[name] ?? '').trim() === '')) return null;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = names.map((name) => percent(fields[name] ?? ''));
  const region = { x, y, width, height };
  const isWithin =
    x >= 0 && y >= 0 && width >= cropShareMin && height >= cropShareMin && x + width <= 1 && y + height <= 1;
  if (!isWithin) throw refused();
  return x === 0 && y === 0 && width === 1 && height === 1 ? null : region;
}

/** For the form's fields; blank for the whole picture. */
export function cropFields(crop: Region | null): CropFields {
  if (crop === null) return { x: '', y: '', width: '', height: '' };
  const text = (share: number) => String(Number((share * 100).toFixed(percentDigits)));
  return { x: text(crop.x), y: text(crop.y), width: text(crop.width), height: text(crop.height) };
}

/** "12,5" is 12.5. Rounded so that the sum of two roundings is never more than the whole. */
function percent(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
  return Math.round(value * 10 ** percentDigits) / 10 ** (percentDigits + 2);
}

function refused(): Problem {
  const message = `must lie within the picture: four numbers in percent, width and height at least ${cropShareMin * 100}, left and width together at most 100, top and height too`;
  return new Problem('invalid-request', `The crop ${message}.`, { issues: [{ field: 'crop', message }] });
}
