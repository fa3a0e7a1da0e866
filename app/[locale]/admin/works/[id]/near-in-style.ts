import { type Artwork } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { similarInKinds } from '@/lib/search/search.service';

const shown = 6;

/** The nearest public works in style; null while they cannot be found. */
export async function findNearInStyle(artwork: Artwork): Promise<readonly Artwork[] | null> {
  try {
    const { style } = await similarInKinds(artwork, ['style'], shown);
    return style instanceof Problem ? null : style.hits.map((hit) => hit.artwork);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
