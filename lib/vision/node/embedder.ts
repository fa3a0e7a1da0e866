import { Embedder } from '../embedder';
import type { NetworkKind } from '../embedding';
import { recipeNamed } from '../recipes';
import { type BackendChoice, threadsFor } from './backend';
import { openExtractor } from './batch';
import { loadSpace } from './projection-store';

export interface EmbedderOptions {
  readonly modelsDir: string;
  readonly recipe: string;
  readonly backend: BackendChoice;
}

/**
 * The embedder of a recipe in this process, whose event loop it blocks while it looks.
 * @throws Problem from the backend, the network or the projections, each saying what to do.
 */
export async function openEmbedder({ modelsDir, recipe: name, backend }: EmbedderOptions): Promise<Embedder> {
  const recipe = recipeNamed(name);
  const { network } = recipe;
  const extractor = await openExtractor({ modelsDir, backend, network, threads: threadsFor[network] });
  const load = (kind: NetworkKind) => loadSpace(modelsDir, recipe, kind, extractor.network);
  return Embedder.of(extractor, { style: await load('style'), content: await load('content') }, recipe.view);
}
