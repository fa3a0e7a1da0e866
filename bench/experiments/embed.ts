import { embeddingsFrom, kernelComponents, kernelOf } from '@/lib/evaluate/projections/kernel';
import type { ListedPicture } from '@/lib/evaluate/pictures/listed-pictures';
import type { MeasuredPictures } from '@/lib/evaluate/pictures/measured-pictures';
import { composeDescriptor, type DescriptorRecipe } from '@/lib/vision/descriptor';
import { componentsFor, fitProjection } from '@/lib/vision/fit-projection';
import type { CachedReproduction } from '@/lib/vision/node/cached-rows';
import type { PrincipalComponents } from '@/lib/vision/principal-components';
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
 * exponent or another number of dimensions costs small matrices only; the rest is fitted on the descriptors, in
 * principal components that are found once a fold.
 *
 * @param group the candidates: those that differ only in how many values they keep share what the longest of them found
 */
export async function embedderOf(
  group: readonly [Candidate, ...Candidate[]],
  measured: readonly MeasuredPictures[],
  pictures: readonly ListedPicture[],
  reproductions: readonly CachedReproduction[],
): Promise<Embed> {
  const [{ descriptors }] = group;
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
  const componentsOfFold = new Map<string, Promise<PrincipalComponents>>();
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
    const projection = learned ? withQuarters : reduction;
    const rows = first.fitRows(
      fitted.map((index) => paths[index] ?? ''),
      { descriptor: descriptors[0] as DescriptorRecipe, projection },
      learned || reduction.labelled ? fitted.map((index) => pictures[index]?.columns.artist ?? '') : null,
    );
    const components = await once(componentsOfFold, fitted.join(), () => componentsFor(rows, projection));
    const found = learned
      ? await learnReduction(rows, reduction, components)
      : (await fitProjection(rows, reduction, components)).projection;
    const vectors: Float32Array[] = [];
    for (let index = 0; index < keys.length; index++) vectors.push(projected(await describe(index), found));
    return vectors;
  };
  const known = new Map<string, Promise<Float32Array[]>>();
  return async (fitted, reduction) => {
    const longest = longestOf(reduction, group);
    const vectors = await once(known, JSON.stringify([longest, fitted]), () => reduced(fitted, longest));
    const own = vectors.map((vector) => vector.subarray(0, reduction.dimensions));
    return { pictures: own.slice(0, paths.length), reproductions: own.slice(paths.length) };
  };
}

/** The same reduction with as many values as any candidate of the group keeps. */
function longestOf(reduction: Reduction, group: readonly Candidate[]): Reduction {
  const form = (one: Reduction) => JSON.stringify({ ...one, dimensions: 0 });
  const alike = group.filter(({ projection }) => form(projection) === form(reduction));
  return { ...reduction, dimensions: Math.max(...alike.map(({ projection }) => projection.dimensions)) };
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
