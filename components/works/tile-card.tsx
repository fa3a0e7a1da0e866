'use client';

import { type CSSProperties } from 'react';
import { Link } from '@/i18n/navigation';
import { Picture, type PictureImage } from './picture';

/** A work's tile as it is drawn, in words and addresses that are ready. */
export interface TileCardProps {
  readonly href: string;
  readonly image: PictureImage;
  readonly alt: string;
  readonly sizes: string;
  readonly eager?: boolean;
  readonly title: string;
  /** Of the title, a BCP 47 tag, if it is known. */
  readonly titleLanguage?: string;
  /** Who made it and when. */
  readonly caption: string;
  /** Above the title, e.g. that this is the query's own picture. */
  readonly remark?: string | null;
  readonly strength?: StrengthMark | null;
  /** Small links under the caption, e.g. "Search from this". */
  readonly actions?: readonly TileAction[];
  readonly as?: 'li' | 'div';
  /** More under the caption. */
  readonly children?: React.ReactNode;
}

export interface TileAction {
  readonly href: string;
  readonly text: string;
  /** The accessible name. */
  readonly label: string;
}

export interface StrengthMark {
  readonly text: string;
  /** 0 … 1 of the rule's length. */
  readonly reach: number;
  readonly weak: boolean;
}

// A hanging scroll or a panorama gets a box of a moderate shape.
const ratioMin = 0.62;
const ratioMax = 2.2;

/**
 * Draws a tile. A client component, since a page has up to a hundred: the server then sends their words once, and
 * not every element of every tile a second time for hydration.
 */
export function TileCard({ as: Tag = 'li', image, strength, actions = [], ...card }: TileCardProps) {
  const own = image.width / image.height;
  const ratio = Math.min(ratioMax, Math.max(ratioMin, own));
  return (
    <Tag style={{ '--ratio': ratio.toFixed(4) } as CSSProperties} className="group/tile">
      {/* Prefetching a whole wall would have the server search for every work on it. */}
      <Link href={card.href} prefetch={false} className="block">
        <Picture
          image={image}
          alt={card.alt}
          sizes={card.sizes}
          eager={card.eager}
          boxRatio={ratio === own ? undefined : ratio}
        />
        <span className="mt-2.5 block text-fine leading-snug">
          {card.remark && <span className="mb-0.5 block text-seal">{card.remark}</span>}
          <span
            lang={card.titleLanguage}
            className="block font-serif text-base leading-tight italic decoration-1 underline-offset-2 group-hover/tile:underline"
          >
            {card.title}
          </span>
          <span className="mt-0.5 block text-quiet">{card.caption}</span>
        </span>
      </Link>
      {strength && <StrengthRule {...strength} />}
      {card.children}
      {actions.length > 0 && (
        <div className="hover-reveal mt-1 flex flex-wrap gap-x-3.5 text-fine text-quiet">
          {actions.map(({ href, text, label }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="link py-0.5 hover:text-ink"
              aria-label={label}
            >
              {text}
            </Link>
          ))}
        </div>
      )}
    </Tag>
  );
}

/** How strong a match is, as a short rule: each third is ten times rarer among pairs of works. */
function StrengthRule({ text, reach, weak }: StrengthMark) {
  return (
    // The box of the hidden text, which a strip pushed sideways could else not keep inside.
    <p className="relative mt-1.5" title={text}>
      <span className="sr-only">{text}.</span>
      <svg width="60" height="5" viewBox="0 0 60 5" aria-hidden="true" className="block overflow-visible">
        <path d="M0 2.5H60" className="stroke-rule" />
        <path d="M20 .5V4.5M40 .5V4.5M60 .5V4.5" className="stroke-rule" />
        <path
          d={`M0 2.5H${(60 * reach).toFixed(1)}`}
          className={weak ? 'stroke-edge' : 'stroke-ink'}
          strokeWidth={weak ? 1 : 2}
        />
      </svg>
    </p>
  );
}
