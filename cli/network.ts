import path from 'node:path';
import { settings } from '@/lib/platform/settings';
import { type Extractor } from '@/lib/vision/extractor';
import { openExtractor } from '@/lib/vision/node/batch';
import { installVgg19 } from '@/lib/vision/node/install';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { type NetworkName, type Recipe } from '@/lib/vision/recipes';

/**
 * A network in this process, installed first where it does not come with Gafu. Call `dispose` when done.
 * @throws Problem as `installVgg19` and `openExtractor`
 */
export async function openNetwork(network: NetworkName): Promise<Extractor> {
  const { backend, vgg19Weights, dataDir, modelsDir } = settings();
  if (network === 'vgg19')
    await installVgg19({
      modelsDir,
      weightsFile: vgg19Weights,
      downloadDir: path.join(dataDir, 'downloads'),
    });
  sayLoadingNetwork();
  return openExtractor({ modelsDir, network, backend });
}

/** Loading takes seconds, in which nothing else is printed. On stderr, so that `--json` stays readable. */
export function sayLoadingNetwork(): void {
  console.error('Loading the network …');
}

/** The recipe of a command's option, else as GAFU_RECIPE says. @throws Problem as `chosenRecipe` */
export function recipeAsked(name: string | undefined): Promise<Recipe> {
  return chosenRecipe({ ...settings(), ...(name === undefined ? {} : { recipe: name }) });
}
