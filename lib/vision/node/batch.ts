import type { DescriptorRecipe } from '../descriptor';
import type { Extractor } from '../extractor';
import type { Pixels } from '../pixels';
import { useBackend, type BackendChoice } from './backend';
import { loadExtractor } from './network-store';

/** The installed network in this process. Call `dispose` when done. */
export async function openExtractor(options: {
  modelsDir: string;
  backend: BackendChoice;
  network?: string;
  /** Of libtensorflow, see `useBackend`. */
  threads?: number | null;
}): Promise<Extractor> {
  const { modelsDir, backend, network = 'vgg19', threads } = options;
  return loadExtractor(modelsDir, network, await useBackend(backend, threads));
}

/** A picture with whatever the caller knows it by. */
export interface Labelled<Key> {
  readonly key: Key;
  readonly pixels: Pixels;
}

/**
 * Descriptors of many pictures, `batchSize` at a time, several recipes from one pass through the network, in the
 * order of the pictures. The next batch is decoded while this one is in the network only as far as the source does so.
 * @throws Problem as `Extractor.describe`.
 */
export async function* describeAll<Key>(
  extractor: Extractor,
  pictures: AsyncIterable<Labelled<Key>> | Iterable<Labelled<Key>>,
  recipes: readonly DescriptorRecipe[],
  batchSize = 8,
): AsyncGenerator<{ key: Key; descriptors: Float32Array[] }> {
  for await (const batch of inBatches(pictures, batchSize)) {
    const { pictures: described } = await extractor.describe(
      batch.map(({ pixels }) => pixels),
      recipes,
    );
    for (const [index, { key }] of batch.entries()) yield { key, descriptors: described[index] ?? [] };
  }
}

/** Groups items by at most `size`, keeping their order. */
export async function* inBatches<T>(
  items: AsyncIterable<T> | Iterable<T>,
  size: number,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
