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
  readonly priority?: React.ComponentProps<typeof Picture>['priority'];
  readonly title: string;
  /** Of the title, a BCP 47 tag, if it is known. */
  readonly titleLanguage?: string;
  /** Who made it and when. */
  readonly caption: string;
  /** Above the title, e.g. that this is the query's own picture. */
  readonly remark?: string | null;
  readonly strength?: StrengthMark | null;
  /** What can be done with the work beside looking at it. */
  readonly actions?: readonly TileAction[];
  readonly as?: 'li' | 'div';
  /** More under the caption. */
  readonly children?: React.ReactNode;
}

export interface TileAction {
  readonly href: string;
  readonly icon: TileIcon;
  readonly label: string;
}

export interface StrengthMark {
  /** At a glance: "Very close". */
  readonly word: string;
  /** What that means: "Closer than 99.7% of pairs in this collection". */
  readonly text: string;
  /** Bars of three. */
  readonly level: 1 | 2 | 3;
  readonly weak: boolean;
}

const icons = {
  search: 'M10.6 10.6 15 15M12 6.9a5.1 5.1 0 1 1-10.2 0 5.1 5.1 0 0 1 10.2 0Z',
  add: 'M8 2.5v11M2.5 8h11',
} as const;
export type TileIcon = keyof typeof icons;

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
          priority={card.priority}
          boxRatio={ratio === own ? undefined : ratio}
        />
        <span className="mt-2.5 block text-fine leading-snug">
          {card.remark && <span className="mb-0.5 block text-seal">{card.remark}</span>}
          <span
            lang={card.titleLanguage}
            className="line-clamp-2 font-serif text-base leading-tight italic decoration-1 underline-offset-2 group-hover/tile:underline"
          >
            {card.title}
          </span>
          <span className="mt-0.5 line-clamp-2 text-quiet">{card.caption}</span>
        </span>
      </Link>
      {card.children}
      {(strength || actions.length > 0) && (
        <div className="tile-foot">
          {strength && <Strength {...strength} />}
          <span>
            {actions.map(({ href, icon, label }) => (
              <Link key={href} href={href} prefetch={false} aria-label={label} title={label}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d={icons[icon]} />
                </svg>
              </Link>
            ))}
          </span>
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
        <svg viewBox="0 0 13 12" aria-hidden="true">
          {[1, 2, 3].map((bar) => (
            <path
              key={bar}
              d={`M${bar * 5 - 4} ${9 - bar * 3}h2v${bar * 3 + 2}h-2z`}
              data-on={(!weak && bar <= level) || undefined}
            />
          ))}
        </svg>
        {word}
      </summary>
      <p>{text}</p>
    </details>
  );
}
