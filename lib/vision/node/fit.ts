import { networkKinds, type NetworkKind } from '../embedding';
import type { Extractor, LayerStatistic } from '../extractor';
import { fitProjection, type FitRows } from '../fit-projection';
import { projectionFormat } from '../projection-codec';
import { statisticsOf, type Recipe } from '../recipes';
import { extractorId } from '../space';
import { cachedFitRows, type CachedReproduction } from './cached-rows';
import { addToCaches, fillCaches, type PictureSource } from './fill-caches';
import { projectionFile, storeProjection } from './projection-store';
import type { StatisticCache } from './statistic-cache';

export interface FitOptions {
  readonly recipe: Recipe;
  readonly extractor: Extractor;
  /** With labels, what differs among pictures of one label counts as no difference of style; `wccn` only. */
  readonly pictures: readonly (PictureSource & { readonly label?: string })[];
  /** Of some of the pictures, made for recipes that are fitted against them. */
  readonly reproductions?: readonly (PictureSource & CachedReproduction)[];
  /** Which projections are fitted; both when left out. */
  readonly kinds?: readonly NetworkKind[];
  /** Where raw descriptors are cached. */
  readonly dataDir: string;
  /** Where `<recipe>/<kind>.projection` is written. */
  readonly modelsDir: string;
  readonly onProgress?: (progress: FitProgress) => void;
}

export interface FitProgress {
  readonly stage: 'pictures' | 'reproductions' | NetworkKind;
  readonly done: number;
  readonly all: number;
}

export interface FittedKind {
  readonly kind: NetworkKind;
  readonly inputLength: number;
  readonly dimensions: number;
  /** Share of the descriptors' variance that the kept components hold, 0–1. */
  readonly explainedVariance: number;
  readonly sizeBytes: number;
}

/** Fits and stores the projections of a recipe on these pictures. Goes on where an earlier run was stopped. */
export async function fitRecipe(options: FitOptions): Promise<FittedKind[]> {
  const {
    recipe,
    extractor,
    pictures,
    reproductions = [],
    kinds = networkKinds,
    dataDir,
    onProgress,
  } = options;
  const unique = [...new Map(pictures.map((picture) => [picture.key, picture])).values()];
  const wanted = kinds.flatMap((kind) => statisticsOf(recipe.embeddings[kind], { fitting: true }));
  const measured = { extractor, view: recipe.view, dataDir };
  await addToCaches({
    ...measured,
    pictures: reproductions,
    wanted: kinds
      .filter((kind) => recipe.embeddings[kind].projection.kind === 'wccn')
      .flatMap((kind) => statisticsOf(recipe.embeddings[kind], { fitting: false })),
    onProgress: (done, all) => onProgress?.({ stage: 'reproductions', done, all }),
  });
  const caches = await fillCaches({
    ...measured,
    pictures: unique,
    wanted,
    onProgress: (done, all) => onProgress?.({ stage: 'pictures', done, all }),
  });
  const cacheOf = ({ layer, statistic }: LayerStatistic): StatisticCache => {
    const cache = caches[wanted.findIndex((known) => known.layer === layer && known.statistic === statistic)];
    if (!cache) throw new Error(`${layer} ${statistic} was not measured`);
    return cache;
  };
  const labels = pictures.some(({ label }) => label) ? unique.map(({ label }) => label ?? '') : null;
  try {
    const fitted: FittedKind[] = [];
    for (const kind of kinds) {
      const keys = unique.map(({ key }) => key);
      const rows = cachedFitRows(cacheOf, keys, recipe.embeddings[kind], labels, reproductions);
      fitted.push(...(await fitKind(options, kind, rows)));
    }
    return fitted;
  } finally {
    for (const cache of caches) await cache.close();
  }
}

async function fitKind(options: FitOptions, kind: NetworkKind, rows: FitRows): Promise<FittedKind[]> {
  const { recipe, extractor, modelsDir, onProgress } = options;
  const { descriptor, projection: wanted } = recipe.embeddings[kind];
  if (wanted.kind === 'none') return [];
  const { projection, explainedVariance } = await fitProjection(
    { ...rows, onPass: (done, all) => onProgress?.({ stage: kind, done, all }) },
    wanted,
  );
  const { inputLength, dimensions } = projection;
  const header = {
    format: projectionFormat(wanted),
    extractor: extractorId(extractor.network, recipe.view, descriptor.layers),
    descriptor,
    projection: wanted,
    inputLength,
    dimensions,
    pictures: rows.rows.rows,
    explainedVariance,
  } as const;
  const sizeBytes = await storeProjection(projectionFile(modelsDir, recipe.name, kind), header, projection);
  return [{ kind, inputLength, dimensions, explainedVariance, sizeBytes }];
}
