'use client';

import { type CSSProperties } from 'react';
import { Link } from '@/i18n/link';
import { Picture, type PictureImage } from './picture';
import { useWorkHref } from './tile-list';
import { tileSizes, type TileSizes } from './tile-sizes';

/** A work's tile as it is drawn, in words that are ready. */
export interface TileCardProps {
  readonly id: string;
  /** Where it leads, if not to the page of the work. */
  readonly href?: string;
  /** Its rank on the list around it, from 1 ({@link TileList}). */
  readonly at?: number;
  readonly image: PictureImage;
  readonly alt: string;
  /** How wide the picture is drawn. */
  readonly sizes: TileSizes;
  readonly isUrgent?: boolean;
  readonly title: string;
  /** The title in the address, if another is shown. */
  readonly addressTitle?: string;
  /** Of the title, a BCP 47 tag, if it is known. */
  readonly titleLanguage?: string;
  /** Who made it and when. */
  readonly caption: string;
  /** Above the title, e.g. that this is the query's own picture. */
  readonly remark?: string | null;
  readonly strength?: StrengthMark | null;
  /** Links beside the strength: what can be done with the work besides looking at it. */
  readonly actions?: React.ReactNode;
  readonly as?: 'li' | 'div';
  /** More under the caption. */
  readonly children?: React.ReactNode;
}

export interface StrengthMark {
  /** At a glance: "Very close". */
  readonly word: string;
  /** What that means: "Closer than 99.7% of pairs in this collection". */
  readonly text: string;
  /** Bars of three. */
  readonly level: 1 | 2 | 3;
  readonly weak?: boolean;
}

// A hanging scroll or a panorama gets a box of a moderate shape.
const ratioMin = 0.62;
const ratioMax = 2.2;

/**
 * Draws a tile. A client component, since a page has up to a hundred: the server then sends their words once, and
 * not every element of every tile a second time for hydration.
 */
export function TileCard({ as: Tag = 'li', image, strength, actions, ...card }: TileCardProps) {
  const workHref = useWorkHref({ id: card.id, title: card.addressTitle ?? card.title }, card.at);
  const own = image.width / image.height;
  const ratio = Math.min(ratioMax, Math.max(ratioMin, own));
  return (
    <Tag style={{ '--ratio': Number(ratio.toFixed(4)) } as CSSProperties} className="tile">
      <Link href={card.href ?? workHref}>
        <Picture
          image={image}
          alt={card.alt}
          {...tileSizes(card.sizes, own)}
          isUrgent={card.isUrgent}
          boxRatio={ratio === own ? undefined : ratio}
        />
        <span className="tile-label">
          {card.remark && <span className="text-seal">{card.remark}</span>}
          <cite lang={card.titleLanguage}>{card.title}</cite>
          <span>{card.caption}</span>
        </span>
      </Link>
      {card.children}
      {(strength || actions) && (
        <div className="tile-foot">
          {strength && <Strength {...strength} />}
          {actions && <span>{actions}</span>}
        </div>
      )}
    </Tag>
  );
}

/** How strong a match is: bars and a word, and by a tap or a key the sentence that the word stands for. */
function Strength({ word, text, level, weak }: StrengthMark) {
  return (
    <details name="strength" data-weak={weak || undefined}>
      <summary>
        <i data-bars={weak ? 0 : level} />
        {word}
      </summary>
      <p>{text}</p>
    </details>
  );
}
