import { dot } from '@/lib/vision/dot';
import { type Distribution, distributionOf, quantileAt } from '@/lib/search/strength/distribution';
import { type StrengthFile } from '@/lib/search/strength/strength-file';
import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { seededRandom } from '@/lib/vision/random';
import { type SyntheticCollection } from './synthetic';

const pairs = 20_000;
const percents = [1, 5, 25, 50, 75, 95, 99] as const;

/** How the cosines of pairs fall, in percent of pairs, for the real works and for the synthetic ones. */
export interface Likeness {
  readonly kind: NetworkKind;
  readonly of: 'random pairs' | 'pairs of one artist';
  readonly percents: readonly number[];
  readonly real: readonly number[];
  readonly synthetic: readonly number[];
}

/**
 * Compares pairs of synthetic works with what was measured on real paintings. Content was measured by subject, for
 * which the synthetic works' artists stand.
 */
export function likenessOf(collection: SyntheticCollection, { kinds }: StrengthFile): readonly Likeness[] {
  const random = seededRandom(11);
  const anyWork = () => Math.floor(random() * collection.works);
  const { artists } = collection;
  const ofSameArtist = (work: number) =>
    (work + artists * (1 + Math.floor(random() * Math.max(1, Math.floor(collection.works / artists) - 1)))) %
    (artists * Math.floor(collection.works / artists));
  return networkKinds.flatMap((kind) => {
    const cosines = (partner: (work: number) => number) =>
      distributionOf(
        Array.from({ length: pairs }, anyWork).flatMap((work) => {
          const other = partner(work);
          return other === work
            ? []
            : [dot(collection.vectorOf(kind, work), collection.vectorOf(kind, other))];
        }),
      );
    const at = (distribution: Distribution) => percents.map((percent) => quantileAt(distribution, percent));
    return [
      { kind, of: 'random pairs', percents, real: at(kinds[kind].random), synthetic: at(cosines(anyWork)) },
      {
        kind,
        of: 'pairs of one artist',
        percents,
        real: at(kinds[kind].same),
        synthetic: at(cosines(ofSameArtist)),
      },
    ] as const;
  });
}
