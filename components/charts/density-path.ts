/**
 * Shares of equal bins as a curve over 0 … 100 × 0 … 100 (y down), smoothed over neighbours (1, 2, 1).
 * @param highest the share that reaches the top
 */
export function densityPath(shares: readonly number[], highest: number): string {
  const smooth = smoothed(shares);
  const points = smooth.map((share, i) => {
    const x = ((i + 0.5) / smooth.length) * 100;
    const y = 100 - (share / highest) * 100;
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  });
  return `M0 100L${points.join('L')}L100 100`;
}

export function smoothed(shares: readonly number[]): number[] {
  return shares.map((share, i) => ((shares[i - 1] ?? 0) + 2 * share + (shares[i + 1] ?? 0)) / 4);
}
