import { type HitStrength, type StrengthScale, type StrengthScales } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { kindNouns, listed } from './kind-words';

/** "99.7 %": cut, never rounded up, and never 100, since pairs closer than all that were measured do exist. */
export function percentLabel(percentile: number): string {
  const digits = percentile >= 99 ? 1 : 0;
  const cut = Math.floor(percentile * 10 ** digits + 1e-9) / 10 ** digits;
  return `${Math.min(99.9, cut)} %`;
}

/** How far a strength reaches on its scale, 0 … 1: a third for 90 %, two thirds for 99 %, all for 99.9 %. */
export function strengthReach(percentile: number): number {
  const further = Math.max(1e-3, 1 - percentile / 100);
  return Math.max(0, -Math.log10(further) / 3);
}

/** What a hit's strength says, for who cannot see it drawn. */
export function strengthText({ percentile, weak }: HitStrength, source: StrengthScale['source']): string {
  const pairs =
    source === 'collection' ? 'pairs in this collection' : 'pairs of the works it was measured on';
  return `${weak ? 'Weak match: closer' : 'Closer'} than ${percentLabel(percentile)} of ${pairs}`;
}

/** Whose pairs the hits of these kinds are held against; the collection's only when all are. */
export function scalesSource(
  kinds: readonly EmbeddingKind[],
  scales: StrengthScales,
): StrengthScale['source'] {
  return kinds.every((kind) => scales[kind]?.source === 'collection') ? 'collection' : 'shipped';
}

/** Why what follows the line is weak. */
export function weakLineText(kinds: readonly EmbeddingKind[], scales: StrengthScales): string {
  const [kind, ...more] = kinds;
  const scale = kind && scales[kind];
  if (!scale || more.length > 0)
    return `${listed(
      kinds.map((one) => `in ${kindNouns[one]}`),
      'or',
    )} they are no closer than works taken at random often are.`;
  if (scale.line.rule === 'rarity')
    return 'of works taken at random, one pair in twenty and more is as close.';
  return scale.label === 'artist'
    ? 'two works taken at random are this close as often as two by one artist.'
    : 'two works taken at random are this close as often as two of one subject.';
}
