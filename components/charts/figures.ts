import { type useFormatter } from 'next-intl';

type Formatter = Pick<ReturnType<typeof useFormatter>, 'number'>;

/** A share as a percentage: whole ones, but "3.5%" or "99.3%" near the ends, where whole ones are too coarse. */
export function percent(format: Formatter, share: number): string {
  const isFine = (share > 0 && share < 0.0995) || (share > 0.99 && share < 1);
  const digits = isFine ? 1 : 0;
  return format.number(share, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** The bounds of an estimate: "56–69%". */
export function interval(
  format: Formatter,
  { low, high }: { readonly low: number; readonly high: number },
): string {
  return `${format.number(Math.round(low * 100))}–${percent(format, high)}`;
}
