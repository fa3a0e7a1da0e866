import { type Settings } from '@/lib/platform/settings';
import { type Recipe, recipeNamed } from '../recipes';
import { readProvenance } from './network-store';

/** GAFU_RECIPE where nothing else is said. */
export const automaticRecipe = 'auto';

/**
 * What an empty collection is embedded with, and what `gafu reindex` changes to: the recipe
 * that is set; for `auto` the default if VGG19 is installed, else the compact network's.
 * @throws Problem `not-found` naming the recipes there are
 */
export async function chosenRecipe({
  recipe,
  modelsDir,
  vgg19Weights,
}: Pick<Settings, 'recipe' | 'modelsDir' | 'vgg19Weights'>): Promise<Recipe> {
  if (recipe !== automaticRecipe) return recipeNamed(recipe);
  const hasVgg19 = vgg19Weights !== null || (await readProvenance(modelsDir, 'vgg19')) !== null;
  return recipeNamed(hasVgg19 ? 'default' : 'lite');
}
