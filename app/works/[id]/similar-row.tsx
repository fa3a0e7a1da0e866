import Link from 'next/link';
import { type SearchResult } from '@/lib/search/search.service';
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
  /** In words why there are no hits, if there are none. */
  found: SearchResult | string;
}

/** The nearest works in one kind, and the way to all of them. */
export function SimilarRow({ artworkId, kind, title, found }: SimilarRowProps) {
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
