import { Problem } from '@/lib/platform/problem';
import { composeDescriptor, type DescriptorRecipe } from '@/lib/vision/descriptor';
import type { Extractor, LayerStatistic } from '@/lib/vision/extractor';
import type { FitRows } from '@/lib/vision/fit-projection';
import { addToCaches, fillCaches, type PictureSource } from '@/lib/vision/node/fill-caches';
import { cachedFitRows, type CachedReproduction } from '@/lib/vision/node/cached-rows';
import type { StatisticCache } from '@/lib/vision/node/statistic-cache';
import type { EmbeddingRecipe } from '@/lib/vision/recipes';
import type { View } from '@/lib/vision/view';
import { reproductionsOf, type ReproductionChoice } from '../reproductions/reproduction-source';
import { pictureSource } from './picture-source';

export interface MeasureOptions {
  readonly extractor: Extractor;
  /** Statistics are kept under `<dataDir>/descriptors/` by network, layer and picture content. */
  readonly dataDir: string;
  /** What of a picture the network is shown. */
  readonly view: View;
  /** Which reproductions of the readable pictures are measured too; none when left out. */
  readonly reproduced?: ReproductionChoice;
  readonly batchSize?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface UnreadablePicture {
  readonly path: string;
  readonly reason: string;
}

/** Statistics of pictures, on disk, read when they are needed. Pictures are known by their path. */
export class MeasuredPictures {
  constructor(
    /** SHA-256 (hex) of each readable picture's bytes. */
    readonly keys: ReadonlyMap<string, string>,
    readonly unreadable: readonly UnreadablePicture[],
    readonly reproductions: readonly CachedReproduction[],
    private readonly caches: ReadonlyMap<string, StatisticCache>,
  ) {}

  descriptor(picture: string, recipe: DescriptorRecipe): Promise<Float32Array> {
    return this.descriptorOf(this.keyOf(picture), recipe);
  }

  /** Of a picture or a reproduction, by its key. */
  async descriptorOf(key: string, recipe: DescriptorRecipe): Promise<Float32Array> {
    const { layers, statistic } = recipe;
    const parts = layers.map((layer) => this.cacheOf({ layer, statistic }).read(key));
    return composeDescriptor(await Promise.all(parts), recipe);
  }

  /** Of a reproduction as it is, and if asked for, of one with printed dots also without them. */
  async descriptorsOf(
    { key, withoutDotsKey }: CachedReproduction,
    recipe: DescriptorRecipe,
    { withoutDots }: { readonly withoutDots: boolean },
  ): Promise<Float32Array[]> {
    const { layers, statistic } = recipe;
    const hasDots =
      withoutDots && layers.every((layer) => this.cacheOf({ layer, statistic }).has(withoutDotsKey));
    return Promise.all(
      [key, ...(hasDots ? [withoutDotsKey] : [])].map((one) => this.descriptorOf(one, recipe)),
    );
  }

  /**
   * These pictures as a projection is fitted on them.
   * @param labels one per picture; null where there are none
   */
  fitRows(
    pictures: readonly string[],
    recipe: EmbeddingRecipe,
    labels: readonly string[] | null = null,
  ): FitRows {
    const byKey = new Map(pictures.map((picture, index) => [this.keyOf(picture), labels?.[index] ?? '']));
    const ownLabels = labels && [...byKey.values()];
    return cachedFitRows(this.cacheOf, [...byKey.keys()], recipe, ownLabels, this.reproductions);
  }

  async close(): Promise<void> {
    for (const cache of this.caches.values()) await cache.close();
  }

  /** The key of a picture's statistics. @throws Error for one that was not measured */
  keyOf(picture: string): string {
    const key = this.keys.get(picture);
    if (key === undefined) throw new Error(`${picture} was not measured`);
    return key;
  }

  private readonly cacheOf = (wanted: LayerStatistic): StatisticCache => {
    const cache = this.caches.get(statisticName(wanted));
    if (!cache) throw new Error(`${wanted.layer} ${wanted.statistic} was not measured`);
    return cache;
  };
}

/**
 * Makes sure that every statistic of every picture is in the cache, measuring those that are not, several from one
 * pass through the network. Can be stopped at any time and goes on where it was. A picture that cannot be read is
 * listed in the result instead of stopping the rest.
 */
export async function measurePictures(
  paths: readonly string[],
  statistics: readonly LayerStatistic[],
  options: MeasureOptions,
): Promise<MeasuredPictures> {
  const wanted = [...new Map(statistics.map((one) => [statisticName(one), one])).values()];
  const keys = new Map<string, string>();
  const unreadable: UnreadablePicture[] = [];
  const sources = new Map<string, PictureSource>();
  for (const location of new Set(paths)) {
    const noted = (error: unknown): never => {
      if (error instanceof Problem) unreadable.push({ path: location, reason: error.message });
      throw error;
    };
    const source = await pictureSource(location, options.view).catch(noted).catch(passOver);
    if (source === null) continue;
    const { key, pixels } = source;
    keys.set(location, key);
    sources.set(key, { key, pixels: () => pixels().catch(noted) });
  }
  const caches = await fillSkipping(sources, () => unreadable.map(({ path }) => keys.get(path) ?? ''), {
    ...options,
    wanted,
  });
  for (const { path } of unreadable) keys.delete(path);
  const readable = [...new Map([...keys].map(([file, key]) => [key, { key, file }])).values()];
  const reproductions = reproductionsOf(readable, options.view, options.reproduced ?? { count: 0 });
  const open =
    reproductions.length > 0 ? await withReproductions(caches, reproductions, wanted, options) : caches;
  return new MeasuredPictures(
    keys,
    unreadable,
    reproductions,
    new Map(wanted.map((one, index) => [statisticName(one), open[index] as StatisticCache])),
  );
}

/** Adds what a descriptor needs of each reproduction, and opens the caches again. */
async function withReproductions(
  caches: readonly StatisticCache[],
  reproductions: readonly PictureSource[],
  wanted: readonly LayerStatistic[],
  options: MeasureOptions,
): Promise<StatisticCache[]> {
  for (const cache of caches) await cache.close();
  const described = wanted.filter(({ statistic }) => statistic !== 'quarters');
  await addToCaches({ ...options, pictures: reproductions, wanted: described });
  return fillCaches({ ...options, pictures: [], wanted });
}

/** Fills the caches; a picture that turns out unreadable is dropped and the rest goes on. */
async function fillSkipping(
  sources: Map<string, PictureSource>,
  unreadableKeys: () => string[],
  options: Omit<Parameters<typeof fillCaches>[0], 'pictures'>,
): Promise<StatisticCache[]> {
  for (;;) {
    const before = unreadableKeys().length;
    try {
      return await fillCaches({ ...options, pictures: [...sources.values()] });
    } catch (error) {
      const bad = unreadableKeys();
      if (bad.length === before) throw error;
      for (const key of bad) sources.delete(key);
    }
  }
}

/** Notes what a person can fix. */
function passOver(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}

function statisticName({ layer, statistic }: LayerStatistic): string {
  return `${layer}-${statistic}`;
}
