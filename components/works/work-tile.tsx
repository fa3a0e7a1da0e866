import { useTranslations } from 'next-intl';
import { type CSSProperties } from 'react';
import { type Artwork } from '@/lib/catalog/artwork';
import { Link } from '@/i18n/navigation';
import { altText, makerLabel } from './artwork-label';
import { Picture } from './picture';

interface WorkTileProps {
  artwork: Artwork;
  sizes: string;
  eager?: boolean;
  /** Small links under the caption, e.g. "Search from this". */
  actions?: React.ReactNode;
  /** How strong a match it is, under its label. */
  strength?: React.ReactNode;
  /** A remark above the title, e.g. that this is the query's own picture. */
  remark?: string | null;
  as?: 'li' | 'div';
}

// A hanging scroll or a panorama gets a box of a bearable shape.
const ratioMin = 0.62;
const ratioMax = 2.2;

/** One work in a row: picture and short label, both leading to its page. */
export function WorkTile({
  artwork,
  sizes,
  eager,
  actions,
  strength,
  remark,
  as: Tag = 'li',
}: WorkTileProps) {
  const t = useTranslations('artwork');
  const own = artwork.image.width / artwork.image.height;
  const ratio = Math.min(ratioMax, Math.max(ratioMin, own));
  return (
    <Tag style={{ '--ratio': ratio.toFixed(4) } as CSSProperties} className="group/tile">
      {/* Prefetching a whole wall would have the server search for every work on it. */}
      <Link href={`/works/${artwork.id}`} prefetch={false} className="block">
        <Picture
          image={artwork.image}
          alt={altText(t, artwork)}
          sizes={sizes}
          eager={eager}
          boxRatio={ratio === own ? undefined : ratio}
        />
        <span className="mt-2.5 block text-fine leading-snug">
          {remark && <span className="mb-0.5 block text-seal">{remark}</span>}
          <span className="block font-serif text-base leading-tight italic decoration-1 underline-offset-2 group-hover/tile:underline">
            {artwork.title}
          </span>
          <span className="mt-0.5 block text-quiet">{makerLabel(t, artwork)}</span>
        </span>
      </Link>
      {strength}
      {actions && (
        <div className="hover-reveal mt-1 flex flex-wrap gap-x-3.5 text-fine text-quiet">{actions}</div>
      )}
    </Tag>
  );
}
