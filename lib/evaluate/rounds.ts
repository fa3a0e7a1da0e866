import { Problem } from '@/lib/platform/problem';
import type { Projection } from '@/lib/vision/projection';
import type { EmbeddingRecipe } from '@/lib/vision/recipes';
import type { Round } from './evaluation';
import { disjointFolds, randomFolds } from './folds';
import type { ManifestPicture } from './manifest';
import type { MeasuredPictures } from './measured-pictures';
import { embedAll, fitOn } from './projections';

export const splits = ['artist-disjoint', 'random'] as const;
export type Split = (typeof splits)[number];

/** Where the projection that embeds the judged pictures comes from. */
export type ProjectionPlan =
  /** The committed one, or one fitted beforehand on other pictures; null: the recipe reduces nothing. */
  | { readonly kind: 'given'; readonly projection: Projection | null }
  /** Cross-validation: each fold is embedded by a projection fitted on the other folds, and searched by itself. */
  | { readonly kind: 'folds'; readonly count: number; readonly split: Split; readonly seed: number };

/**
 * Embeds the pictures round by round.
 * @throws Problem `invalid-request` when there are fewer artists (or pictures) than folds.
 */
export async function roundsOf(
  pictures: readonly ManifestPicture[],
  measured: MeasuredPictures,
  recipe: EmbeddingRecipe,
  plan: ProjectionPlan,
  onRound?: (done: number, total: number) => void,
): Promise<Round[]> {
  if (plan.kind === 'given') {
    return [{ pictures, embeddings: await embedAll(measured, pathsOf(pictures), recipe, plan.projection) }];
  }
  const folds = assignFolds(pictures, plan);
  const rounds: Round[] = [];
  for (let fold = 0; fold < plan.count; fold++) {
    onRound?.(fold, plan.count);
    const inside = pictures.filter((_, index) => folds[index] === fold);
    const outside = pictures.filter((_, index) => folds[index] !== fold);
    const projection = await fitOn(measured, pathsOf(outside), recipe);
    rounds.push({
      pictures: inside,
      embeddings: await embedAll(measured, pathsOf(inside), recipe, projection),
    });
  }
  onRound?.(plan.count, plan.count);
  return rounds;
}

/** The fold of each picture, as {@link roundsOf} uses it. */
export function assignFolds(
  pictures: readonly ManifestPicture[],
  plan: { count: number; split: Split; seed: number },
): number[] {
  const { count, split, seed } = plan;
  const artists = pictures.map(({ columns, file }) => columns.artist || file);
  const available = split === 'random' ? pictures.length : new Set(artists).size;
  if (available < count) {
    const what = split === 'random' ? 'pictures' : 'different values in the column "artist"';
    throw new Problem(
      'invalid-request',
      `${count} folds need at least ${count} ${what}; there are ${available}. Use fewer folds.`,
    );
  }
  return split === 'random' ? randomFolds(artists, count, seed) : disjointFolds(artists, count, seed);
}

function pathsOf(pictures: readonly ManifestPicture[]): string[] {
  return pictures.map(({ path }) => path);
}
