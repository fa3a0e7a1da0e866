import { type Database } from '@/lib/catalog/database';
import { queriesWithoutEmbeddings, saveQueryEmbeddings } from '@/lib/catalog/queries.repository';
import { type Vision } from '@/lib/vision/node/vision';
import { spacedVectors, spaceIdsOf } from './feature-spaces';
import { readStoredPixels } from './stored-pixels';

const pageQueries = 64;

/**
 * Embeds the visitors' pictures that are kept in the spaces of `vision`, so that links to their results outlive a
 * change of network. One that cannot be read any more is passed over.
 * @returns how many were looked at
 */
export async function lookAgainAtQueries(db: Database, vision: Vision, signal: AbortSignal): Promise<number> {
  const spaceIds = Object.values(spaceIdsOf(vision));
  let looked = 0;
  let afterId = '';
  for (;;) {
    const page = await queriesWithoutEmbeddings(db, spaceIds, { afterId, limit: pageQueries });
    for (const { id, imageKey } of page) {
      if (signal.aborted) return looked;
      const pixels = await readStoredPixels(imageKey, vision.view);
      if ('reason' in pixels) continue;
      const { embeddings } = await vision.embed(pixels);
      await saveQueryEmbeddings(db, id, spacedVectors(vision, embeddings));
      looked += 1;
    }
    const last = page.at(-1);
    if (last === undefined) return looked;
    afterId = last.id;
  }
}
