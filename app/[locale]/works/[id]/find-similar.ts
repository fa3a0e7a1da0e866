import { type Artwork } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { type SearchResult, similarInKinds } from '@/lib/search/search.service';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';

const rowSize = 7;

export type SimilarWorks = Readonly<Record<EmbeddingKind, SearchResult | Problem>>;

/** The nearest works in each kind, or why there are none: the work's page is worth showing without them. */
export async function findSimilar(artwork: Artwork): Promise<SimilarWorks> {
  try {
    return await similarInKinds(artwork, embeddingKinds, rowSize);
  } catch (error) {
    if (error instanceof Problem) return { style: error, content: error, palette: error };
    throw error;
  }
}
