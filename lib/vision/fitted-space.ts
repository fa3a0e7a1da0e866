import { Problem } from '@/lib/platform/problem';
import type { DescriptorRecipe } from './descriptor';
import { sha256Hex } from './digest';
import type { NetworkKind } from './embedding';
import type { NetworkInfo } from './network-info';
import type { Projection } from './projection';
import { decodeProjection } from './projection-codec';
import type { Recipe } from './recipes';
import { extractorId, spaceOf, type Space } from './space';

/** One kind of embedding, ready: the space it lies in and the projection into it (null: the descriptor itself). */
export interface FittedSpace {
  readonly space: Space;
  readonly descriptor: DescriptorRecipe;
  readonly projection: Projection | null;
}

/**
 * Reads a recipe's projection file of one kind and names its space.
 * @throws Problem `conflict` when the bytes are no projection, or were fitted for another network or another
 * descriptor than the recipe's.
 */
export async function fittedSpace(
  bytes: Uint8Array,
  recipe: Recipe,
  kind: NetworkKind,
  network: Pick<NetworkInfo, 'name' | 'layers' | 'layerDigests'>,
): Promise<FittedSpace> {
  const { descriptor, projection: wanted } = recipe.embeddings[kind];
  const extractor = extractorId(network, recipe.view, descriptor.layers);
  const { header, projection } = decodeProjection(bytes);
  const differs =
    (header.extractor !== extractor && `the network ${header.extractor}, installed is ${extractor}`) ||
    (JSON.stringify(header.descriptor) !== JSON.stringify(descriptor) &&
      `the descriptor ${JSON.stringify(header.descriptor)}, the recipe says ${JSON.stringify(descriptor)}`) ||
    (JSON.stringify(header.projection) !== JSON.stringify(wanted) &&
      `${JSON.stringify(header.projection)}, the recipe says ${JSON.stringify(wanted)}`);
  if (differs) {
    throw new Problem(
      'conflict',
      `The ${kind} projection of recipe "${recipe.name}" was fitted for ${differs}. Fit it again: gafu fit --recipe ${recipe.name}.`,
    );
  }
  const projectionId = await sha256Hex(bytes);
  return {
    projection,
    descriptor,
    space: await spaceOf({ kind, extractor, descriptor, projectionId, dimensions: header.dimensions }),
  };
}
