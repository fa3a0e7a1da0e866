import { project } from '../projection';
import { toUnitLength, type DescriptorRecipe } from '../descriptor';
import { networkKinds, type EmbeddingKind, type Embeddings, type NetworkKind } from '../embedding';
import type { Extractor } from '../extractor';
import type { NetworkInfo } from '../network-info';
import { paletteEmbedding, paletteSpace } from '../palette';
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

/** Pixels → all embeddings, in this process: what a worker of the pool does. Blocks its event loop meanwhile. */
export class Embedder {
  private constructor(
    private readonly extractor: Extractor,
    private readonly fitted: Readonly<Record<NetworkKind, FittedSpace>>,
    private readonly palette: Space,
  ) {}

  /** @throws Problem from the backend, the network or the projections, each saying what to do. */
  static async open({ modelsDir, recipe: name, backend }: EmbedderOptions): Promise<Embedder> {
    const recipe = recipeNamed(name);
    const extractor = await loadExtractor(modelsDir, recipe.network, await useBackend(backend));
    const load = (kind: NetworkKind) => loadSpace(modelsDir, recipe, kind, extractor.network);
    const fitted = { style: await load('style'), content: await load('content') };
    return new Embedder(extractor, fitted, await paletteSpace(recipe.view));
  }

  get network(): NetworkInfo {
    return this.extractor.network;
  }

  get spaces(): Readonly<Record<EmbeddingKind, Space>> {
    const { style, content } = this.fitted;
    return { style: style.space, content: content.space, palette: this.palette };
  }

  /** The embeddings of each picture; all pictures of one size. Timings in milliseconds for the whole batch. */
  async embed(pictures: readonly Pixels[]): Promise<{ embeddings: Embeddings[]; timingsMs: EmbedTimings }> {
    const recipes = networkKinds.map((kind) => this.fitted[kind].descriptor);
    const { pictures: described, timingsMs } = await this.extractor.describe(pictures, recipes);
    const started = performance.now();
    const embeddings = pictures.map((pixels, picture) => {
      const embed = (kind: NetworkKind) => {
        const descriptor = described[picture]?.[networkKinds.indexOf(kind)] ?? new Float32Array();
        const { projection } = this.fitted[kind];
        return projection ? project(descriptor, projection) : toUnitLength(descriptor);
      };
      return { style: embed('style'), content: embed('content'), palette: paletteEmbedding(pixels) };
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
