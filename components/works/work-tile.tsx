import { useLocale, useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';
import { inLanguage } from '@/lib/catalog/in-language';
import { type OnList, workHref, workOnListHref } from '@/lib/catalog/work-address';
import { altText, makerLabel } from './artwork-label';
import { TileCard, type TileCardProps } from './tile-card';

interface WorkTileProps extends Pick<
  TileCardProps,
  'sizes' | 'priority' | 'actions' | 'strength' | 'remark' | 'as' | 'children'
> {
  artwork: Artwork;
  /** The list that it is shown on, if its page should lead on along that list. */
  onList?: OnList;
}

/** One work in a row: picture and short label, both leading to its page. */
export function WorkTile({ artwork, onList, ...card }: WorkTileProps) {
  const t = useTranslations('artwork');
  const { key, width, height, colour } = artwork.image;
  const shown = inLanguage(artwork, useLocale());
  return (
    <TileCard
      href={onList ? workOnListHref(artwork, onList) : workHref(artwork)}
      image={{ key, width, height, colour }}
      alt={altText(t, shown)}
      title={shown.titles[0]?.text ?? artwork.title}
      titleLanguage={shown.titles[0]?.language ?? undefined}
      caption={makerLabel(t, shown)}
      {...card}
    />
  );
}
