import { project } from './projection';
import { toUnitLength, type DescriptorRecipe } from './descriptor';
import { networkKinds, type EmbeddingKind, type Embeddings, type NetworkKind } from './embedding';
import type { Extractor } from './extractor';
import type { FittedSpace } from './fitted-space';
import type { NetworkInfo } from './network-info';
import { paletteEmbedding, paletteSpace } from './palette';
import type { Pixels } from './pixels';
import type { Space } from './space';
import type { View } from './view';

export interface EmbedTimings {
  readonly network: number;
  readonly descriptor: number;
  readonly projection: number;
}

/**
 * Pixels → all embeddings, on the TensorFlow.js backend that is in use: what a process of the server's pool does, and
 * a visitor's own browser, so that both say the same of a picture.
 */
export class Embedder {
  private constructor(
    private readonly extractor: Extractor,
    private readonly fitted: Readonly<Record<NetworkKind, FittedSpace>>,
    private readonly palette: Space,
  ) {}

  /** Of a network that is loaded and the projections of a recipe with this view. */
  static async of(
    extractor: Extractor,
    fitted: Readonly<Record<NetworkKind, FittedSpace>>,
    view: View,
  ): Promise<Embedder> {
    return new Embedder(extractor, fitted, await paletteSpace(view));
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
