/** A share as a whole percentage, never broken before its sign: "63 %", and "3.5 %" or "99.3 %" near the ends, where whole ones are too coarse. */
export function percent(share: number): string {
  const value = share * 100;
  const isFine = (value > 0 && value < 9.95) || (value > 99 && value < 100);
  return `${isFine ? value.toFixed(1) : Math.round(value)}\u00a0%`;
}

/** What an estimate may as well be: "56–69 %". */
export function interval({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${Math.round(low * 100)}–${percent(high)}`;
}
