import type { DescriptorRecipe, Statistic } from './descriptor';
import { sha256Hex } from './digest';
import type { EmbeddingKind } from './embedding';
import type { NetworkInfo } from './network-info';
import { viewId, type View } from './view';

/** What is measured of a picture: of a network's layers, or of its colours. */
export interface SpaceDescriptor extends Omit<DescriptorRecipe, 'statistic'> {
  readonly statistic: Statistic | 'palette';
}

/** Where embeddings can be compared: same network and weights, same descriptor, same projection. */
export interface Space {
  /** `<kind>-<16 hex>`: a hash over everything below. */
  readonly id: string;
  readonly kind: EmbeddingKind;
  /** Network, preprocessing, view and a hash of the weights that the descriptor depends on: `vgg19/bgr-mean/square-224/c82a330dfea9c333`. */
  readonly extractor: string;
  readonly descriptor: SpaceDescriptor;
  /** SHA-256 (hex) of the projection's bytes; `none` where nothing is reduced. */
  readonly projectionId: string;
  readonly dimensions: number;
}

/**
 * Names network, preprocessing, view and the weights up to the deepest of these layers. The complete VGG19 and a file
 * of its first blocks have one name as long as a recipe asks only for layers that both have.
 */
export function extractorId(
  network: Pick<NetworkInfo, 'name' | 'layers' | 'layerDigests'>,
  view: View,
  layers: readonly string[],
): string {
  const deepest = Math.max(...layers.map((layer) => network.layers.indexOf(layer)));
  const digest = network.layerDigests[network.layers[deepest] ?? ''] ?? 'unknown';
  return `${network.name}/bgr-mean/${viewId(view)}/${digest.slice(0, 16)}`;
}

export async function spaceOf(parts: Omit<Space, 'id'>): Promise<Space> {
  const { kind, extractor, projectionId, dimensions } = parts;
  const { statistic, layers, localMoments, normalisation, unitLength } = parts.descriptor;
  const hash = await sha256Hex(
    JSON.stringify([
      kind,
      extractor,
      [statistic, layers, normalisation, unitLength, ...(localMoments === undefined ? [] : [localMoments])],
      projectionId,
      dimensions,
    ]),
  );
  return { id: `${kind}-${hash.slice(0, 16)}`, ...parts };
}
