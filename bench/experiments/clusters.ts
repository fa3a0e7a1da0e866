import { toUnitLength } from '@/lib/vision/descriptor';
import { dot } from '@/lib/vision/dot';
import { seededRandom } from '@/lib/vision/random';

const rounds = 20;

/**
 * k-means by cosine (spherical; Dhillon & Modha 2001), beginning with rows drawn at random.
 *
 * @param rows [n][width]
 * @returns the cluster of each row
 */
export function clusters(
  rows: Float32Array,
  width: number,
  { count, seed }: { readonly count: number; readonly seed: number },
): number[] {
  const size = rows.length / width;
  const random = seededRandom(seed);
  const unit = Array.from({ length: size }, (_, row) =>
    toUnitLength(rows.slice(row * width, (row + 1) * width)),
  );
  let centres = Array.from(
    { length: count },
    () => unit[Math.floor(random() * size)] ?? new Float32Array(width),
  );
  let assigned: number[] = [];
  for (let round = 0; round < rounds; round++) {
    assigned = unit.map((row) => nearest(row, centres));
    const sums = centres.map(() => new Float32Array(width));
    unit.forEach((row, index) => {
      const sum = sums[assigned[index] ?? 0] as Float32Array;
      for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + (row[i] as number);
    });
    // A cluster that lost all its rows keeps its centre.
    centres = sums.map((sum, index) =>
      sum.some((value) => value !== 0) ? toUnitLength(sum) : (centres[index] ?? sum),
    );
  }
  return assigned;
}

function nearest(row: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let bestCosine = -Infinity;
  centres.forEach((centre, index) => {
    const cosine = dot(row, centre);
    if (cosine > bestCosine) [best, bestCosine] = [index, cosine];
  });
  return best;
}
