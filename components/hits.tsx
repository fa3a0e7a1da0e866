import Link from 'next/link';
import { type SearchHit } from '@/lib/search/search.service';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { blendHref, searchFromHref } from './search-links';
import { Wall } from './wall';
import { WorkTile } from './work-tile';

interface HitsProps {
  hits: readonly SearchHit[];
  /** What "search from this" asks for. */
  kind: EmbeddingKind;
  /** The one picture that was asked with: hits can then be blended with it. */
  queryRef?: string;
  size: 'room' | 'column';
  label: string;
}

const sizes = {
  room: '(min-width: 72rem) 20rem, (min-width: 40rem) 30vw, 45vw',
  column: '(min-width: 56rem) 14rem, 40vw',
} as const;

/** Works in order of rank. */
export function Hits({ hits, kind, queryRef, size, label }: HitsProps) {
  return (
    <Wall size={size} label={label}>
      {hits.map(({ artwork, duplicateOf }, index) => (
        <WorkTile
          key={artwork.id}
          artwork={artwork}
          sizes={sizes[size]}
          eager={index < 4}
          remark={queryRef && duplicateOf === queryRef ? 'The same picture' : null}
          actions={
            <>
              <Link
                href={searchFromHref(artwork.id, kind)}
                prefetch={false}
                className="link py-0.5 hover:text-ink"
                aria-label={`Search from ${artwork.title}`}
              >
                Search from this
              </Link>
              {queryRef && (
                <Link
                  href={blendHref(queryRef, kind, artwork.id)}
                  prefetch={false}
                  className="link py-0.5 hover:text-ink"
                  aria-label={`Blend the query’s ${kind} with ${artwork.title}`}
                >
                  Blend
                </Link>
              )}
            </>
          }
        />
      ))}
    </Wall>
  );
}
