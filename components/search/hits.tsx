import Link from 'next/link';
import { Fragment } from 'react';
import { type SearchHit } from '@/lib/search/search-hits';
import { type StrengthScales, weakFrom } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { kindNouns } from './kind-words';
import { blendHref, searchFromHref } from '@/lib/search/search-links';
import { StrengthRule } from './strength-rule';
import { scalesSource } from './strength-words';
import { Wall } from '@/components/works/wall';
import { WeakLine } from './weak-line';
import { WorkTile } from '@/components/works/work-tile';

interface HitsProps {
  hits: readonly SearchHit[];
  /** What "search from this" asks for. */
  kind: EmbeddingKind;
  /** What the hits were asked to be near in, and what their strengths are held against. */
  asked: readonly EmbeddingKind[];
  scales: StrengthScales;
  /** The one picture that was asked with: hits can then be blended with it. */
  queryRef?: string;
  size: 'room' | 'column';
  label: string;
}

const sizes = {
  room: '(min-width: 72rem) 20rem, (min-width: 40rem) 30vw, 45vw',
  column: '(min-width: 56rem) 14rem, 40vw',
} as const;

/** Works in order of rank, with a line from which on matches are weak. */
export function Hits({ hits, kind, asked, scales, queryRef, size, label }: HitsProps) {
  const lineAt = weakFrom(hits.map(({ strength }) => strength));
  const source = scalesSource(asked, scales);
  return (
    <Wall size={size} label={label}>
      {hits.map(({ artwork, duplicateOf, strength }, index) => (
        <Fragment key={artwork.id}>
          {index === lineAt && <WeakLine kinds={asked} scales={scales} first={index === 0} />}
          <WorkTile
            artwork={artwork}
            sizes={sizes[size]}
            eager={index < 4}
            strength={strength && <StrengthRule strength={strength} source={source} />}
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
                    aria-label={`Blend the query’s ${kindNouns[kind]} with ${artwork.title}`}
                  >
                    Blend
                  </Link>
                )}
              </>
            }
          />
        </Fragment>
      ))}
    </Wall>
  );
}
