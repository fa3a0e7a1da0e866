import { type Database } from '@/lib/catalog/database';
import { queriesWithoutEmbeddings, saveQueryEmbeddings } from '@/lib/catalog/queries.repository';
import { type Vision } from '@/lib/vision/node/vision';
import { spacedVectors, spaceIdsOf } from './feature-spaces';
import { readStoredPixels } from './stored-pixels';

const pageQueries = 64;

/**
 * Embeds the stored pictures of visitors in the spaces of `vision`, so that links to their results survive a change of
 * network. A picture that can no longer be read is skipped.
 * @returns how many were embedded
 */
export async function reembedQueries(db: Database, vision: Vision, signal: AbortSignal): Promise<number> {
  const spaceIds = Object.values(spaceIdsOf(vision));
  let embedded = 0;
  let afterId = '';
  for (;;) {
    const page = await queriesWithoutEmbeddings(db, spaceIds, { afterId, limit: pageQueries });
    for (const { id, imageKey } of page) {
      if (signal.aborted) return embedded;
      const pixels = await readStoredPixels(imageKey, vision.view);
      if ('reason' in pixels) continue;
      const { embeddings } = await vision.embed(pixels);
      await saveQueryEmbeddings(db, id, spacedVectors(vision, embeddings));
      embedded += 1;
    }
    const last = page.at(-1);
    if (last === undefined) return embedded;
    afterId = last.id;
  }
}
