import Link from 'next/link';
import { Problem } from '@/lib/platform/problem';
import { similarArtworks } from '@/lib/search/search.service';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { makerOf } from '@/components/search/provenance';
import { searchFromHref } from '@/lib/search/search-links';
import { StrengthRule } from '@/components/search/strength-rule';
import { scalesSource } from '@/components/search/strength-words';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';

interface SimilarRowProps {
  artworkId: string;
  kind: EmbeddingKind;
  title: string;
}

const rowSize = 7;

/** The nearest works in one kind, and the way to all of them. */
export async function SimilarRow({ artworkId, kind, title }: SimilarRowProps) {
  const found = await findSimilar(artworkId, kind);
  // Colours are compared without a network.
  const by = typeof found === 'string' || kind === 'palette' ? '' : makerOf(found);
  return (
    <section aria-labelledby={`row-${kind}`}>
      <div className="mb-5 flex items-baseline justify-between gap-4 border-t border-ink pt-3">
        <h2 id={`row-${kind}`} className="font-serif text-head">
          {title}
        </h2>
        <Link href={searchFromHref(artworkId, kind)} className="link py-1" aria-label={`${title}: see all`}>
          See all
        </Link>
      </div>
      {typeof found === 'string' ? (
        <p className="text-quiet">{found}</p>
      ) : (
        <Wall size="strip" label={title}>
          {found.hits.map(({ artwork, strength }) => (
            <WorkTile
              key={artwork.id}
              artwork={artwork}
              sizes="(min-width: 40rem) 15rem, 40vw"
              strength={
                strength && <StrengthRule strength={strength} source={scalesSource([kind], found.scales)} />
              }
            />
          ))}
        </Wall>
      )}
      {by && <p className="mt-3 text-fine text-quiet">Ranked by {by}.</p>}
    </section>
  );
}

/** The hits, or in words why there are none: the work's page is worth showing without them. */
async function findSimilar(artworkId: string, kind: EmbeddingKind) {
  try {
    const found = await similarArtworks(artworkId, kind, rowSize);
    return found.hits.length > 0 ? found : 'The collection holds no other work to compare it with.';
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}
