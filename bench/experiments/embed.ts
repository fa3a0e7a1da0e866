import { embeddingsFrom, kernelComponents, kernelOf } from '@/lib/evaluate/projections/kernel';
import type { ListedPicture } from '@/lib/evaluate/pictures/listed-pictures';
import type { MeasuredPictures } from '@/lib/evaluate/pictures/measured-pictures';
import { composeDescriptor, type DescriptorRecipe } from '@/lib/vision/descriptor';
import { fitProjection } from '@/lib/vision/fit-projection';
import type { CachedReproduction } from '@/lib/vision/node/cached-rows';
import { projected } from '@/lib/vision/projection';
import type { Candidate, Reduction } from './candidates';
import { averaged, describePicture } from './derived-descriptors';
import { learnReduction } from './learning';

/** Vectors reduced by what was fitted on some of the pictures; not scaled to length 1. */
export interface Embedded {
  readonly pictures: readonly Float32Array[];
  readonly reproductions: readonly Float32Array[];
}

/** Embeds all pictures and the reproductions that are asked with by what was fitted on the pictures of these indices. */
export type Embed = (fitted: readonly number[], reduction: Reduction) => Promise<Embedded>;

/** Each descriptor is normalised already. */
const sideBySide = { normalisation: 'none', unitLength: false } as const;

/** What is learned here is fitted on the same rows as `wccn`. */
const withQuarters = { kind: 'wccn', dimensions: 1, exponent: 0, shrinkage: 0 } as const;

/**
 * How candidates that differ only in their reduction embed pictures. PCA goes through the kernel, so that a fold, an
 * exponent or another number of dimensions costs small matrices only; the rest is fitted on the descriptors.
 */
export async function embedderOf(
  { descriptors }: Candidate,
  measured: readonly MeasuredPictures[],
  pictures: readonly ListedPicture[],
  reproductions: readonly CachedReproduction[],
): Promise<Embed> {
  const paths = pictures.map(({ path }) => path);
  const [first] = measured;
  const keys = [...paths.map((path) => first?.keyOf(path) ?? ''), ...reproductions.map(({ key }) => key)];
  const describe = async (index: number): Promise<Float32Array> => {
    const views: Float32Array[] = [];
    for (const view of measured) {
      const parts: Float32Array[] = [];
      for (const descriptor of descriptors)
        parts.push(await describePicture(view, keys[index] ?? '', descriptor));
      views.push(composeDescriptor(parts, sideBySide));
    }
    return averaged(views);
  };
  let kernel: ReturnType<typeof kernelOf> | null = null;
  const reduced = async (fitted: readonly number[], reduction: Reduction): Promise<Float32Array[]> => {
    if (reduction.kind === 'pca' || reduction.kind === 'pca-whitened') {
      kernel ??= kernelOf(keys.length, describe);
      return embeddingsFrom(await kernelComponents(await kernel, fitted, reduction.dimensions), reduction, {
        unitLength: false,
      });
    }
    if (!first || measured.length + descriptors.length !== 2)
      throw new Error(`${reduction.kind} is fitted on one descriptor of one view`);
    const learned = reduction.kind !== 'wccn';
    const rows = first.fitRows(
      fitted.map((index) => paths[index] ?? ''),
      { descriptor: descriptors[0] as DescriptorRecipe, projection: learned ? withQuarters : reduction },
      learned || reduction.labelled ? fitted.map((index) => pictures[index]?.columns.artist ?? '') : null,
    );
    const projection =
      reduction.kind === 'wccn'
        ? (await fitProjection(rows, reduction)).projection
        : await learnReduction(rows, reduction);
    const vectors: Float32Array[] = [];
    for (let index = 0; index < keys.length; index++)
      vectors.push(projected(await describe(index), projection));
    return vectors;
  };
  // Candidates that differ only in how vectors are compared share what was fitted.
  const known = new Map<string, Promise<Float32Array[]>>();
  return async (fitted, reduction) => {
    const key = JSON.stringify([reduction, fitted]);
    const reducing = known.get(key) ?? reduced(fitted, reduction);
    known.set(key, reducing);
    const vectors = await reducing;
    return { pictures: vectors.slice(0, paths.length), reproductions: vectors.slice(paths.length) };
  };
}
