import { database, type Database } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { findLiveNetwork } from './live-network';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { sharedVision, type VisionChoice } from '@/lib/vision/node/shared-vision';
import { type Vision } from '@/lib/vision/node/vision';
import { embeddingKinds } from '@/lib/vision/embedding';

/**
 * The recipe that the searched works were embedded by; for an empty collection the one that is set. Read from Postgres
 * at every call, because `gafu reindex` may have switched in the meantime.
 * @throws Problem as {@link chosenRecipe}
 */
export async function liveRecipe(db: Database): Promise<VisionChoice> {
  const { recipe, spaces } = await findLiveNetwork(db);
  return {
    recipe: recipe ?? (await chosenRecipe(settings())).name,
    generation: embeddingKinds.map((kind) => spaces[kind]?.id ?? '').join(' '),
  };
}

/**
 * This process's pool of extraction processes, with the recipe of the searched works.
 * @throws Problem as {@link sharedVision}
 */
export async function liveVision(): Promise<Vision> {
  return sharedVision(await liveRecipe(await database()));
}
