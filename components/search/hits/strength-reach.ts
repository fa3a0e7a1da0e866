import { type StrengthScale, type StrengthScales } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';

/**
 * A percentile as the share that is shown, 0 … 0.999: cut, never rounded up, and never 1, since pairs closer than
 * all that were measured do exist.
 */
export function shownShare(percentile: number): number {
  const digits = percentile >= 99 ? 1 : 0;
  const cut = Math.floor(percentile * 10 ** digits + 1e-9) / 10 ** digits;
  return Math.min(99.9, cut) / 100;
}

/** A strength in three steps: closer than 99 % of pairs, closer than 90 %, or less. */
export function strengthLevel(percentile: number): 1 | 2 | 3 {
  return percentile >= 99 ? 3 : percentile >= 90 ? 2 : 1;
}

/** Whose pairs the hits of these kinds are compared with; the collection's only if all are. */
export function scalesSource(
  kinds: readonly EmbeddingKind[],
  scales: StrengthScales,
): StrengthScale['source'] {
  return kinds.every((kind) => scales[kind]?.source === 'collection') ? 'collection' : 'shipped';
}

/** Why hits below the line are weak: the part of the `strength.chance` messages that says so. */
export function weakReason(
  kinds: readonly EmbeddingKind[],
  scales: StrengthScales,
): 'several' | 'rarity' | 'artist' | 'subject' {
  const [kind, ...more] = kinds;
  const scale = kind && scales[kind];
  if (!scale || more.length > 0) return 'several';
  if (scale.line.rule === 'rarity') return 'rarity';
  return scale.label === 'artist' ? 'artist' : 'subject';
}
