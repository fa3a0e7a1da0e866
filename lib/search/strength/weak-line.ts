import { type Distribution, quantileAt, shareBelow } from './distribution';

/** The cosine under which matches are weak, and by which rule it was found. */
export interface WeakLine {
  readonly cosine: number;
  /**
   * `likelihood`: under it a pair is likelier one of random works than one of the same label.
   * `rarity`: no label tells, so it lies above 95 % of random pairs.
   */
  readonly rule: 'likelihood' | 'rarity';
}

/** Of random pairs; used where no label tells. */
const rarityPercent = 95;
/** Same-label pairs that are no closer than random ones by this share say nothing of where matches end. */
const separationMin = 0.1;

/**
 * The cosine at which pairs of the same label cease to be more usual than random ones: where the ratio of the two
 * densities is 1. The difference of the two shares below a cosine grows while the ratio is under 1 and falls after,
 * so the line is where that difference is largest (Youden's J), and no density has to be estimated. Random pairs
 * hold some of the same label; that lowers the difference everywhere alike and moves the line nowhere.
 * docs/decisions/007-weak-line.md says why this and no other.
 */
export function weakLine(random: Distribution, same: Distribution | null): WeakLine {
  const rarity = { cosine: quantileAt(random, rarityPercent), rule: 'rarity' } as const;
  if (same === null) return rarity;
  let best = { cosine: 0, separation: -Infinity };
  // Both shares are linear between quantiles, so the largest difference is at one of them.
  for (const cosine of [...random.quantiles, ...same.quantiles]) {
    const separation = shareBelow(random, cosine) - shareBelow(same, cosine);
    if (separation > best.separation) best = { cosine, separation };
  }
  return best.separation < separationMin ? rarity : { cosine: best.cosine, rule: 'likelihood' };
}
