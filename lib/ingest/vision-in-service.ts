import { database, type Database } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { findLiveNetwork } from '@/lib/search/live-network';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { sharedVision, type VisionChoice } from '@/lib/vision/node/shared-vision';
import { type Vision } from '@/lib/vision/node/vision';
import { embeddingKinds } from '@/lib/vision/embedding';

/**
 * The recipe that the searched works were looked at by; for a collection without works the one that is set. Told
 * anew at every call, because `gafu reindex` may have changed over meanwhile.
 * @throws Problem as {@link chosenRecipe}
 */
export async function recipeInService(db: Database): Promise<VisionChoice> {
  const { recipe, spaces } = await findLiveNetwork(db);
  return {
    recipe: recipe ?? (await chosenRecipe(settings())).name,
    generation: embeddingKinds.map((kind) => spaces[kind]?.id ?? '').join(' '),
  };
}

/**
 * This process's pool, looking as the searched works were looked at.
 * @throws Problem as {@link sharedVision}
 */
export async function visionInService(): Promise<Vision> {
  return sharedVision(await recipeInService(await database()));
}
