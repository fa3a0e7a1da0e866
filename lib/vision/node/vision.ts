import path from 'node:path';
import { recordStage } from '@/lib/platform/stage';
import type { DescriptorRecipe } from '../descriptor';
import type { EmbedTimings } from '../embedder';
import type { EmbeddingKind, Embeddings } from '../embedding';
import type { NetworkInfo } from '../network-info';
import type { Outline } from '../outline/outline';
import type { Pixels } from '../pixels';
import { recipeNamed } from '../recipes';
import type { Space } from '../space';
import type { View } from '../view';
import type { BackendChoice } from './backend';
import type { EmbedderOptions } from './embedder';
import { ProcessPool, type PoolLoad } from './process-pool';
import type { VisionReady, VisionRequest, VisionResponse } from './vision-worker';

export type { NetworkInfo } from '../network-info';

/** Looks at pictures outside this process's event loop. */
export interface Vision {
  /** The recipe's name. */
  readonly recipe: string;
  /** What of a picture `embed` is to be shown. */
  readonly view: View;
  readonly network: NetworkInfo;
  readonly spaces: Readonly<Record<EmbeddingKind, Space>>;
  /**
   * The {@link view} of a picture in, both unit-length embeddings out; timings in milliseconds by stage.
   * @throws Problem `unavailable` when the picture ended two processes, or the pool is closed.
   */
  embed(pixels: Pixels): Promise<{ embeddings: Embeddings; timingsMs: EmbedTimings }>;
  /** A descriptor without projection, for experiments. @throws Problem `not-found` for a layer that is not there. */
  describe(pixels: Pixels, request: DescriptorRecipe): Promise<Float32Array>;
  /**
   * The painting in a photograph of more than a painting; null where there is nothing else.
   * @param pixels as `OutlineNetwork.find`
   */
  findOutline(pixels: Pixels): Promise<Outline | null>;
  /** Ids of the extraction processes now alive. */
  readonly processIds: readonly number[];
  readonly load: PoolLoad;
  close(): Promise<void>;
  /** Closes when it has not been used for a while. */
  retire(): void;
}

export interface VisionOptions {
  /** `default`, `article`, … */
  readonly recipe: string;
  readonly backend?: BackendChoice;
  /** Processes at most. One is enough for VGG19 on tfjs-node, which uses every core by itself. */
  readonly poolSize?: number;
  /** The project's root: where `tsconfig.json`, `lib/` and `node_modules/` are. */
  readonly root?: string;
  /** Where networks and projections are. */
  readonly modelsDir?: string;
  /** A picture that takes longer is given up. */
  readonly pictureMsMax?: number;
}

/**
 * Starts a pool of extraction processes and waits until the first has its network loaded and warm (1–3 s).
 * @throws Problem saying what to do: unknown recipe, network not installed, projections not fitted, backend absent.
 */
export async function openVision(options: VisionOptions): Promise<Vision> {
  const { recipe, backend = 'auto', poolSize = 1, pictureMsMax = 60_000 } = options;
  const root = path.resolve(/* turbopackIgnore: true */ options.root ?? process.cwd());
  const setup: EmbedderOptions = {
    modelsDir: path.resolve(/* turbopackIgnore: true */ options.modelsDir ?? path.join(root, 'models')),
    recipe,
    backend,
  };
  const { pool, ready } = await ProcessPool.open<VisionRequest, VisionResponse, VisionReady>({
    module: path.join(/* turbopackIgnore: true */ root, 'lib/vision/node/vision-worker.ts'),
    cwd: root,
    setup,
    size: poolSize,
    taskMsMax: pictureMsMax,
  });
  return {
    recipe,
    view: recipeNamed(recipe).view,
    ...ready,
    async embed(pixels) {
      const started = performance.now();
      const response = await pool.run({ pixels });
      if (!('embeddings' in response)) throw new Error('expected embeddings');
      recordTimings(response.timingsMs, performance.now() - started);
      return response;
    },
    async describe(pixels, request) {
      const response = await pool.run({ pixels, describe: request });
      if (!('descriptor' in response)) throw new Error('expected a descriptor, got embeddings');
      return response.descriptor;
    },
    async findOutline(pixels) {
      const started = performance.now();
      const response = await pool.run({ pixels, outline: true });
      if (!('outline' in response)) throw new Error('expected an outline');
      recordStage('outline', performance.now() - started);
      return response.outline;
    },
    get processIds() {
      return pool.processIds;
    },
    get load() {
      return pool.load;
    },
    close: () => pool.close(),
    retire: () => pool.retire(),
  };
}

/** Counted here, by the process that uses the pool: nobody reads the metrics of the pool's processes. */
function recordTimings({ network, descriptor, projection }: EmbedTimings, wholeMs: number): void {
  recordStage('pool-wait', Math.max(0, wholeMs - network - descriptor - projection));
  recordStage('network', network);
  recordStage('descriptor', descriptor);
  recordStage('projection', projection);
}
