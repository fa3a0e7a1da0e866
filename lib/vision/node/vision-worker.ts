import { constants, setPriority } from 'node:os';
import type { DescriptorRecipe } from '../descriptor';
import type { EmbedTimings } from '../embedder';
import type { EmbeddingKind, Embeddings } from '../embedding';
import type { NetworkInfo } from '../network-info';
import type { Pixels } from '../pixels';
import type { Space } from '../space';
import { recipeNamed } from '../recipes';
import { viewSize } from '../view';
import type { Outline } from '../outline/outline';
import type { OutlineNetwork } from '../outline/outline-network';
import { openEmbedder, type EmbedderOptions } from './embedder';
import { openOutlineNetwork } from './outline';
import { serveWorker } from './serve-worker';

export interface VisionReady {
  readonly network: NetworkInfo;
  readonly spaces: Readonly<Record<EmbeddingKind, Space>>;
}

/** One picture: to be embedded, or with `describe` only described, or with `outline` only searched for a painting. */
export interface VisionRequest {
  readonly pixels: Pixels;
  readonly describe?: DescriptorRecipe;
  readonly outline?: true;
}

export type VisionResponse =
  | { readonly embeddings: Embeddings; readonly timingsMs: EmbedTimings }
  | { readonly descriptor: Float32Array }
  | { readonly outline: Outline | null };

// A picture can take all cores for a second; the server that waits for it answers others meanwhile.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

serveWorker<EmbedderOptions, VisionReady, VisionRequest, VisionResponse>(async (options) => {
  const embedder = await openEmbedder(options);
  // The first picture through a network costs extra; better now than on a visitor's.
  const { width, height } = viewSize(recipeNamed(options.recipe).view, { width: 1, height: 1 });
  await embedder.embed([{ width, height, data: new Uint8Array(width * height * 3) }]);
  let outlines: Promise<OutlineNetwork> | null = null;
  return {
    ready: { network: embedder.network, spaces: embedder.spaces },
    answer: async ({ pixels, describe, outline }) => {
      if (outline) {
        outlines ??= openOutlineNetwork(process.cwd());
        return { outline: await (await outlines).find(pixels) };
      }
      if (describe) return { descriptor: await embedder.describe(pixels, describe) };
      const { embeddings, timingsMs } = await embedder.embed([pixels]);
      const [own] = embeddings;
      if (!own) throw new Error('one picture in, no embeddings out');
      return { embeddings: own, timingsMs };
    },
  };
});
