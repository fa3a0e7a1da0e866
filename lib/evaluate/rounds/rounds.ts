import { Problem } from '@/lib/platform/problem';
import type { Embedding } from '@/lib/vision/embedding';
import type { Projection } from '@/lib/vision/projection';
import type { EmbeddingRecipe } from '@/lib/vision/recipes';
import type { Round } from '../evaluation';
import { disjointFolds, randomFolds } from './folds';
import type { ListedPicture } from '../pictures/listed-pictures';
import { embeddingsFrom, kernelComponents, kernelOf } from '../projections/kernel';
import type { MeasuredPictures } from '../pictures/measured-pictures';
import { embedAll, fitOn } from '../projections/projections';

export const splits = ['artist-disjoint', 'random'] as const;
export type Split = (typeof splits)[number];

/**
 * Among what a fold's queries search: `fold`, the pictures of the same fold, none of which were fitted on; or
 * `all` pictures, as on a site whose collection was there when the projection was fitted and the query was not.
 */
export const searchScopes = ['fold', 'all'] as const;
export type SearchScope = (typeof searchScopes)[number];

export interface Folds {
  readonly count: number;
  readonly split: Split;
  readonly seed: number;
  readonly scope: SearchScope;
  /** The only fold whose pictures are queries, from 0; all by default. */
  readonly only?: number;
  /** The column whose labels the projection is fitted by, as with `gafu fit --label`; null for none. */
  readonly fitLabel: string | null;
  /** Whether other pictures are embedded by a round's projection too; then it is fitted, not only applied. */
  readonly keepsProjections?: boolean;
}

/** What a protocol says of it, behind what was fitted on. */
export function byLabel(fitLabel: string | null): string {
  return fitLabel === null ? '' : ` by ${fitLabel}`;
}

/** Where the projection that embeds the judged pictures comes from. */
export type ProjectionPlan =
  /** The committed one, or one fitted beforehand on other pictures; null: the recipe reduces nothing. */
  | { readonly kind: 'given'; readonly projection: Projection | null }
  /** Cross-validation: each fold's pictures are queries, embedded by a projection fitted on the other folds. */
  | ({ readonly kind: 'folds' } & Folds);

/**
 * Embeds the pictures round by round.
 * @throws Problem `invalid-request` when there are fewer artists (or pictures) than folds.
 */
export async function roundsOf(
  pictures: readonly ListedPicture[],
  measured: MeasuredPictures,
  recipe: EmbeddingRecipe,
  plan: ProjectionPlan,
  onRound?: (done: number, total: number) => void,
): Promise<Round[]> {
  if (plan.kind === 'given') {
    const { projection } = plan;
    const embeddings = await embedAll(measured, pathsOf(pictures), recipe, projection);
    return [{ pictures, embeddings, projection }];
  }
  const folds = assignFolds(pictures, plan);
  const embed = await foldEmbedder(pictures, measured, recipe, plan);
  const rounds: Round[] = [];
  const queryFolds =
    plan.only === undefined ? Array.from({ length: plan.count }, (_, fold) => fold) : [plan.only];
  for (const [round, fold] of queryFolds.entries()) {
    onRound?.(round, queryFolds.length);
    const outside = indicesWhere(folds, (own) => own !== fold);
    const { embeddings, projection } = await embed(outside);
    rounds.push({
      ...roundOfFold(pictures, embeddings, (index) => folds[index] === fold, plan.scope),
      projection,
    });
  }
  onRound?.(queryFolds.length, queryFolds.length);
  return rounds;
}

/** All pictures, embedded by a projection fitted on those of these indices. */
async function foldEmbedder(
  pictures: readonly ListedPicture[],
  measured: MeasuredPictures,
  recipe: EmbeddingRecipe,
  { fitLabel, keepsProjections = false }: Folds,
): Promise<(fitted: readonly number[]) => Promise<Pick<Round, 'embeddings' | 'projection'>>> {
  const { descriptor, projection } = recipe;
  const paths = pathsOf(pictures);
  if (projection.kind === 'none')
    return async () => ({ embeddings: await embedAll(measured, paths, recipe, null), projection: null });
  if (projection.kind === 'wccn' || keepsProjections) {
    return async (fitted) => {
      const outside = fitted.flatMap((index) => pictures[index] ?? []);
      const own = await fitOn(measured, outside, recipe, fitLabel);
      return { embeddings: await embedAll(measured, paths, recipe, own), projection: own };
    };
  }
  // Through the kernel a fold costs nothing but small matrices, however long the descriptors are.
  const kernel = await kernelOf(pictures.length, (index) =>
    measured.descriptor(paths[index] ?? '', descriptor),
  );
  return async (fitted) => ({
    embeddings: embeddingsFrom(await kernelComponents(kernel, fitted, projection.dimensions), projection),
  });
}

/** The pictures that are queries, and those among which they search. */
export function roundOfFold(
  pictures: readonly ListedPicture[],
  embeddings: readonly Embedding[],
  inside: (index: number) => boolean,
  scope: SearchScope,
): Round {
  if (scope === 'all') return { pictures, embeddings, isQuery: inside };
  return {
    pictures: pictures.filter((_, index) => inside(index)),
    embeddings: embeddings.filter((_, index) => inside(index)),
  };
}

/** The fold of each picture, as {@link roundsOf} uses it. */
export function assignFolds(
  pictures: readonly ListedPicture[],
  plan: Pick<Folds, 'count' | 'split' | 'seed'>,
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

function pathsOf(pictures: readonly ListedPicture[]): string[] {
  return pictures.map(({ path }) => path);
}

function indicesWhere(folds: readonly number[], wanted: (fold: number) => boolean): number[] {
  return folds.flatMap((fold, index) => (wanted(fold) ? [index] : []));
}
