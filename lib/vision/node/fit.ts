import { composeDescriptor, type DescriptorRecipe } from '../descriptor';
import { embeddingKinds, type EmbeddingKind } from '../embedding';
import type { Extractor } from '../extractor';
import { fittedProjection } from '../fit-projection';
import { principalComponents, type RowBlocks } from '../principal-components';
import type { Recipe } from '../recipes';
import { extractorId } from '../space';
import { fillCaches, type PictureSource } from './fill-caches';
import { projectionFile, storeProjection } from './projection-store';
import type { StatisticCache } from './statistic-cache';

export interface FitOptions {
  readonly recipe: Recipe;
  readonly extractor: Extractor;
  readonly pictures: readonly PictureSource[];
  /** Where raw descriptors are cached. */
  readonly dataDir: string;
  /** Where `<recipe>/<kind>.projection` is written. */
  readonly modelsDir: string;
  readonly onProgress?: (progress: FitProgress) => void;
}

export interface FitProgress {
  readonly stage: 'pictures' | EmbeddingKind;
  readonly done: number;
  readonly all: number;
}

export interface FittedKind {
  readonly kind: EmbeddingKind;
  readonly inputLength: number;
  readonly dimensions: number;
  /** Share of the descriptors' variance that the kept components hold, 0–1. */
  readonly explainedVariance: number;
  readonly sizeBytes: number;
}

/** Rows composed at once while fitting: 33 MB of block3 Gram matrices. */
const blockRows = 256;

/** Fits and stores both projections of a recipe on these pictures. Goes on where an earlier run was stopped. */
export async function fitRecipe(options: FitOptions): Promise<FittedKind[]> {
  const { recipe, extractor, pictures, dataDir, onProgress } = options;
  const unique = [...new Map(pictures.map((picture) => [picture.key, picture])).values()];
  const wanted = embeddingKinds.flatMap((kind) => {
    const { layers, statistic } = recipe.embeddings[kind].descriptor;
    return layers.map((layer) => ({ layer, statistic }));
  });
  const caches = await fillCaches({
    extractor,
    pictures: unique,
    view: recipe.view,
    wanted,
    dataDir,
    onProgress: (done, all) => onProgress?.({ stage: 'pictures', done, all }),
  });
  try {
    const fitted: FittedKind[] = [];
    for (const kind of embeddingKinds) {
      const { layers, statistic } = recipe.embeddings[kind].descriptor;
      const own = layers.map(
        (layer) =>
          caches[wanted.findIndex((known) => known.layer === layer && known.statistic === statistic)],
      );
      const keys = unique.map(({ key }) => key);
      fitted.push(
        ...(await fitKind(
          options,
          kind,
          cachedRows(
            own.filter((cache) => cache !== undefined),
            keys,
            recipe.embeddings[kind].descriptor,
          ),
        )),
      );
    }
    return fitted;
  } finally {
    for (const cache of caches) await cache.close();
  }
}

async function fitKind(options: FitOptions, kind: EmbeddingKind, rows: RowBlocks): Promise<FittedKind[]> {
  const { recipe, extractor, modelsDir, onProgress } = options;
  const { descriptor, projection: wanted } = recipe.embeddings[kind];
  if (wanted.kind === 'none') return [];
  const components = await principalComponents(rows, {
    rank: wanted.dimensions,
    onPass: (done, all) => onProgress?.({ stage: kind, done, all }),
  });
  const projection = fittedProjection(components, wanted);
  const { inputLength, dimensions } = projection;
  const explainedVariance =
    components.variances.subarray(0, dimensions).reduce((sum, variance) => sum + variance, 0) /
    components.totalVariance;
  const header = {
    format: 'gafu-projection-1',
    extractor: extractorId(extractor.network, recipe.view, descriptor.layers),
    descriptor,
    projection: wanted,
    inputLength,
    dimensions,
    pictures: rows.rows,
    explainedVariance,
  } as const;
  const sizeBytes = await storeProjection(projectionFile(modelsDir, recipe.name, kind), header, projection);
  return [{ kind, inputLength, dimensions, explainedVariance, sizeBytes }];
}

/** The cached statistics of these pictures as descriptors, in blocks. */
export function cachedRows(
  caches: readonly StatisticCache[],
  keys: readonly string[],
  recipe: DescriptorRecipe,
): RowBlocks {
  const columns = caches.reduce((sum, { length }) => sum + length, 0);
  return {
    rows: keys.length,
    columns,
    async *blocks() {
      for (let start = 0; start < keys.length; start += blockRows) {
        const some = keys.slice(start, start + blockRows);
        const block = new Float32Array(some.length * columns);
        for (const [index, key] of some.entries()) {
          const parts = await Promise.all(caches.map((cache) => cache.read(key)));
          block.set(composeDescriptor(parts, recipe), index * columns);
        }
        yield block;
      }
    },
  };
}
