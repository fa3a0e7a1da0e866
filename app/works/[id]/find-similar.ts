import { type Artwork } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { type SearchResult, similarInKinds } from '@/lib/search/search.service';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';

const rowSize = 7;

export type SimilarWorks = Readonly<Record<EmbeddingKind, SearchResult | string>>;

/** The nearest works in each kind, or in words why there are none: the work's page is worth showing without them. */
export async function findSimilar(artwork: Artwork): Promise<SimilarWorks> {
  try {
    const found = await similarInKinds(artwork, embeddingKinds, rowSize);
    return rowsOf((kind) => found[kind]);
  } catch (error) {
    if (error instanceof Problem) return rowsOf(() => error);
    throw error;
  }
}

function rowsOf(find: (kind: EmbeddingKind) => SearchResult | Problem): SimilarWorks {
  const row = (kind: EmbeddingKind) => {
    const found = find(kind);
    if (found instanceof Problem) return found.message;
    return found.hits.length > 0 ? found : 'The collection holds no other work to compare it with.';
  };
  return { style: row('style'), content: row('content'), palette: row('palette') };
}
