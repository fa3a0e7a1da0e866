import type { Extractor, LayerStatistic } from '../extractor';
import type { Pixels } from '../pixels';
import { inBatches } from './batch';
import { cacheFolder, StatisticCache } from './statistic-cache';

/** A picture that can be decoded when its turn comes. */
export interface PictureSource {
  /** SHA-256 (hex) of the picture file. */
  readonly key: string;
  /** Decodes it to the network's input. */
  readonly pixels: () => Promise<Pixels>;
}

export interface FillOptions {
  readonly extractor: Extractor;
  readonly pictures: readonly PictureSource[];
  readonly wanted: readonly LayerStatistic[];
  /** The caches lie under `<dataDir>/descriptors/`. */
  readonly dataDir: string;
  readonly batchSize?: number;
  /** Called after every batch with the number of pictures that are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Opens the caches of several statistics and looks at every picture that one of them lacks, all statistics from one
 * pass through the network. Result: the caches, in the order of `wanted`; the caller closes them.
 */
export async function fillCaches({
  extractor,
  pictures,
  wanted,
  dataDir,
  batchSize = 8,
  onProgress,
}: FillOptions): Promise<StatisticCache[]> {
  const caches: StatisticCache[] = [];
  for (const statistic of wanted)
    caches.push(
      await StatisticCache.open(cacheFolder(dataDir, extractor, [statistic.layer]), extractor, statistic),
    );
  const missing = pictures.filter(({ key }) => caches.some((cache) => !cache.has(key)));
  let done = pictures.length - missing.length;
  onProgress?.(done, pictures.length);
  for await (const batch of inBatches(missing, batchSize)) {
    const pixels = await Promise.all(batch.map((picture) => picture.pixels()));
    const measured = await extractor.measure(pixels, wanted);
    for (const [index, { key }] of batch.entries()) {
      for (const [column, cache] of caches.entries())
        await cache.add(key, measured.pictures[index]?.[column] ?? new Float32Array());
    }
    done += batch.length;
    onProgress?.(done, pictures.length);
  }
  return caches;
}
