import { composeDescriptor, descriptorLength, quarterCount, type DescriptorRecipe } from '../descriptor';
import type { LayerStatistic } from '../extractor';
import type { FitRows } from '../fit-projection';
import type { RowBlocks } from '../principal-components';
import type { EmbeddingRecipe } from '../recipes';
import type { GroupedRows } from '../within-class';
import type { StatisticCache } from './statistic-cache';

export type CacheOf = (statistic: LayerStatistic) => StatisticCache;

/** Rows composed at once while fitting: 33 MB of block3 Gram matrices. */
const blockRows = 256;

/** A reproduction of a picture whose statistics are in the caches as well. */
export interface CachedReproduction {
  readonly kind: string;
  /** The cache key of the picture, and of its reproduction. */
  readonly of: string;
  readonly key: string;
  /** The same of its form without printed dots, which has a row only where it has dots. */
  readonly withoutDotsKey: string;
}

/**
 * What a recipe's projection is fitted on, read from the caches.
 * @param labels one per picture, empty for none; null where there are no labels
 * @param reproductions those of other pictures than `keys` are passed over
 */
export function cachedFitRows(
  cacheOf: CacheOf,
  keys: readonly string[],
  { descriptor, projection }: EmbeddingRecipe,
  labels: readonly string[] | null = null,
  reproductions: readonly CachedReproduction[] = [],
): FitRows {
  const rows = cachedRows(cacheOf, keys, descriptor);
  if (projection.kind !== 'wccn') return { rows, groupings: [] };
  const { quarters: quartersWeight = 1, label = 1, reproductions: kinds = {} } = projection.scatter ?? {};
  const fitted = new Set(keys);
  const pairs = Object.entries(kinds).flatMap(([kind, weight]) => {
    const own = reproductions.filter((one) => one.kind === kind && fitted.has(one.of));
    const paired = cachedRows(cacheOf, own.flatMap(({ of, key }) => [of, key]), descriptor); // prettier-ignore
    return own.length > 0 ? [{ rows: paired, groups: own.flatMap((_, pair) => [pair, pair]), weight }] : [];
  });
  return {
    rows,
    groupings: [
      { ...cachedQuarters(cacheOf, keys, descriptor), weight: quartersWeight },
      ...(labels ? [{ ...byLabel(rows, labels), weight: label }] : []),
      ...pairs,
    ],
  };
}

/** The cached statistics of these pictures as descriptors, in blocks. */
export function cachedRows(cacheOf: CacheOf, keys: readonly string[], recipe: DescriptorRecipe): RowBlocks {
  const caches = recipe.layers.map((layer) => cacheOf({ layer, statistic: recipe.statistic }));
  const values = caches.reduce((sum, { length }) => sum + length, 0);
  const columns = descriptorLength(values, recipe);
  return blocksOf(keys, 1, columns, async (key) => [
    composeDescriptor(await Promise.all(caches.map((cache) => cache.read(key))), recipe),
  ]);
}

/** A descriptor of each quarter of each picture, a picture's one after the other. */
function cachedQuarters(cacheOf: CacheOf, keys: readonly string[], recipe: DescriptorRecipe): GroupedRows {
  if (recipe.statistic !== 'mean-std')
    throw new Error(`quarters are measured as mean-std, not as ${recipe.statistic}`);
  const caches = recipe.layers.map((layer) => cacheOf({ layer, statistic: 'quarters' }));
  const values = caches.reduce((sum, { length }) => sum + length, 0) / quarterCount;
  const columns = descriptorLength(values, recipe);
  const rows = blocksOf(keys, quarterCount, columns, async (key) => {
    const parts = await Promise.all(caches.map((cache) => cache.read(key)));
    return Array.from({ length: quarterCount }, (_, quarter) => {
      const own = parts.map((part) => {
        const length = part.length / quarterCount;
        return part.subarray(quarter * length, (quarter + 1) * length);
      });
      return composeDescriptor(own, recipe);
    });
  });
  return {
    rows,
    groups: keys.flatMap((_, picture) => Array.from({ length: quarterCount }, () => picture)),
  };
}

/** A picture without a label, or the only one of its label, is its own group and says nothing. */
function byLabel(rows: RowBlocks, labels: readonly string[]): GroupedRows {
  const numbers = new Map<string, number>();
  const groups = labels.map((label, index) => {
    const name = label === '' ? `\u0000${index}` : label;
    numbers.set(name, numbers.get(name) ?? numbers.size);
    return numbers.get(name) ?? 0;
  });
  return { rows, groups };
}

function blocksOf(
  keys: readonly string[],
  rowsPerKey: number,
  columns: number,
  read: (key: string) => Promise<readonly Float32Array[]>,
): RowBlocks {
  const keysPerBlock = blockRows / rowsPerKey;
  return {
    rows: keys.length * rowsPerKey,
    columns,
    async *blocks() {
      for (let start = 0; start < keys.length; start += keysPerBlock) {
        const some = keys.slice(start, start + keysPerBlock);
        const block = new Float32Array(some.length * rowsPerKey * columns);
        let offset = 0;
        for (const key of some) {
          for (const row of await read(key)) {
            block.set(row, offset);
            offset += columns;
          }
        }
        yield block;
      }
    },
  };
}
