import type { Extractor, LayerStatistic } from '../extractor';
import type { Pixels } from '../pixels';
import type { View } from '../view';
import { inBatches } from './batch';
import { cacheFolder, StatisticCache } from './statistic-cache';

/** A picture that can be decoded when its turn comes. */
export interface PictureSource {
  /** SHA-256 (hex) of the picture file. */
  readonly key: string;
  /** Decodes it to what the network is shown. */
  readonly pixels: () => Promise<Pixels>;
  /** Another form of it that is measured with it, if it has one: its row is there or not as soon as the picture's is. */
  readonly otherForm?: {
    readonly key: string;
    readonly of: (pixels: Pixels) => Promise<Pixels | null>;
  };
}

export interface FillOptions {
  readonly extractor: Extractor;
  readonly pictures: readonly PictureSource[];
  /** What of the pictures their pixels are. */
  readonly view: View;
  readonly wanted: readonly LayerStatistic[];
  /** The caches lie under `<dataDir>/descriptors/`. */
  readonly dataDir: string;
  readonly batchSize?: number;
  /** Called after every batch with the number of pictures that are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Opens the caches of several statistics and measures every picture that one of them lacks, all statistics from one
 * pass through the network. Result: the caches, in the order of `wanted`; the caller closes them.
 */
export async function fillCaches({
  extractor,
  pictures,
  view,
  wanted,
  dataDir,
  batchSize = 8,
  onProgress,
}: FillOptions): Promise<StatisticCache[]> {
  const caches: StatisticCache[] = [];
  for (const statistic of wanted)
    caches.push(
      await StatisticCache.open(
        cacheFolder(dataDir, extractor, view, [statistic.layer]),
        extractor,
        statistic,
      ),
    );
  const missing = pictures.filter(({ key }) => caches.some((cache) => !cache.has(key)));
  let done = pictures.length - missing.length;
  onProgress?.(done, pictures.length);
  for await (const batch of inBatches(missing, batchSize)) {
    const decoded = await Promise.all(batch.map(formsOf));
    for (const same of bySize(decoded.flat())) {
      const measured = await extractor.measure(
        same.map(({ pixels }) => pixels),
        wanted,
      );
      for (const [index, { key }] of same.entries()) {
        for (const [column, cache] of caches.entries())
          await cache.add(key, measured.pictures[index]?.[column] ?? new Float32Array());
      }
    }
    done += batch.length;
    onProgress?.(done, pictures.length);
  }
  return caches;
}

/** What is measured of a picture, the picture itself last: its row says that all are there. */
async function formsOf({
  key,
  pixels,
  otherForm,
}: PictureSource): Promise<{ key: string; pixels: Pixels }[]> {
  const own = { key, pixels: await pixels() };
  const other = otherForm && (await otherForm.of(own.pixels));
  return other ? [{ key: otherForm.key, pixels: other }, own] : [own];
}

/** As {@link fillCaches}, for statistics that are read later. */
export async function addToCaches(options: FillOptions): Promise<void> {
  for (const cache of await fillCaches(options)) await cache.close();
}

/** Pictures of one size can go through the network together. */
function bySize<T extends { readonly pixels: Pixels }>(pictures: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const picture of pictures) {
    const { width, height, windows = 1 } = picture.pixels;
    const size = `${width}×${height}/${windows}`;
    groups.set(size, [...(groups.get(size) ?? []), picture]);
  }
  return [...groups.values()];
}
