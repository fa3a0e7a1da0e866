import { nearer, withoutDots } from '@/lib/images/without-dots';
import { Problem } from '@/lib/platform/problem';
import { searchIndex } from '@/lib/search/shared-index';
import { type Embeddings } from '@/lib/vision/embedding';
import { type Vision } from '@/lib/vision/node/vision';
import { type Pixels } from '@/lib/vision/pixels';

/**
 * Embeds a picture to search by. One that was printed in dots is embedded without them too, and the one to which a work
 * of the collection is nearer is taken (docs/decisions/050-printed-dots.md). All other pictures are embedded as works are.
 */
export async function embedQuery(pixels: Pixels, vision: Vision): Promise<Embeddings> {
  const { embeddings } = await vision.embed(pixels);
  const smooth = await withoutDots(pixels);
  if (smooth === null) return embeddings;
  const forms = [embeddings, (await vision.embed(smooth)).embeddings];
  const cosines = await Promise.all(forms.map((form) => nearestCosine(vision, form)));
  return forms[nearer(cosines)] ?? embeddings;
}

/** How near the nearest work is in style; null if there is none, or works cannot be searched now. */
async function nearestCosine({ spaces }: Vision, { style }: Embeddings): Promise<number | null> {
  const terms = [{ kind: 'style' as const, spaceId: spaces.style.id, vector: style, weight: 1 }];
  try {
    const index = await searchIndex();
    const request = { terms, filter: {}, excludeIds: [], offset: 0, limit: 1, withFacets: false };
    return (await index.search(request)).hits[0]?.score ?? null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
