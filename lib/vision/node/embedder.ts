import { project } from '../projection';
import { toUnitLength, type DescriptorRecipe } from '../descriptor';
import { embeddingKinds, type EmbeddingKind, type Embeddings } from '../embedding';
import type { Extractor } from '../extractor';
import type { NetworkInfo } from '../network-info';
import type { Pixels } from '../pixels';
import { recipeNamed } from '../recipes';
import type { Space } from '../space';
import { useBackend, type BackendChoice } from './backend';
import { loadExtractor } from './network-store';
import { loadSpace, type FittedSpace } from './projection-store';

export interface EmbedderOptions {
  readonly modelsDir: string;
  readonly recipe: string;
  readonly backend: BackendChoice;
}

export interface EmbedTimings {
  readonly network: number;
  readonly descriptor: number;
  readonly projection: number;
}

/** Pixels → both embeddings, in this process: what a worker of the pool does. Blocks its event loop meanwhile. */
export class Embedder {
  private constructor(
    private readonly extractor: Extractor,
    private readonly fitted: Readonly<Record<EmbeddingKind, FittedSpace>>,
  ) {}

  /** @throws Problem from the backend, the network or the projections, each saying what to do. */
  static async open({ modelsDir, recipe: name, backend }: EmbedderOptions): Promise<Embedder> {
    const recipe = recipeNamed(name);
    const extractor = await loadExtractor(modelsDir, recipe.network, await useBackend(backend));
    const load = (kind: EmbeddingKind) => loadSpace(modelsDir, recipe, kind, extractor.network);
    return new Embedder(extractor, { style: await load('style'), content: await load('content') });
  }

  get network(): NetworkInfo {
    return this.extractor.network;
  }

  get spaces(): Readonly<Record<EmbeddingKind, Space>> {
    return { style: this.fitted.style.space, content: this.fitted.content.space };
  }

  /** Both embeddings of each picture; all pictures of one size. Timings in milliseconds for the whole batch. */
  async embed(pictures: readonly Pixels[]): Promise<{ embeddings: Embeddings[]; timingsMs: EmbedTimings }> {
    const recipes = embeddingKinds.map((kind) => this.fitted[kind].space.descriptor);
    const { pictures: described, timingsMs } = await this.extractor.describe(pictures, recipes);
    const started = performance.now();
    const embeddings = described.map((descriptors) => {
      const embed = (kind: EmbeddingKind) => {
        const descriptor = descriptors[embeddingKinds.indexOf(kind)] ?? new Float32Array();
        const { projection } = this.fitted[kind];
        return projection ? project(descriptor, projection) : toUnitLength(descriptor);
      };
      return { style: embed('style'), content: embed('content') };
    });
    return { embeddings, timingsMs: { ...timingsMs, projection: performance.now() - started } };
  }

  async describe(pixels: Pixels, request: DescriptorRecipe): Promise<Float32Array> {
    const { pictures } = await this.extractor.describe([pixels], [request]);
    return pictures[0]?.[0] ?? new Float32Array();
  }

  dispose(): void {
    this.extractor.dispose();
  }
}
