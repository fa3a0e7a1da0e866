import { useLocale, useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';
import { inLanguage } from '@/lib/catalog/in-language';
import { altText, makerLabel } from './artwork-label';
import { TileCard, type TileCardProps } from './tile-card';

/** What a tile shows of a work; undefined members are left out, for each would be sent with every tile. */
export function useTileOf(): (
  artwork: Artwork,
) => Pick<TileCardProps, 'id' | 'image' | 'alt' | 'title' | 'caption'> {
  const t = useTranslations('artwork');
  const locale = useLocale();
  return (artwork) => {
    const { key, width, height, colour } = artwork.image;
    const shown = inLanguage(artwork, locale);
    const [title] = shown.titles;
    return {
      id: artwork.id,
      image: { key, width, height, colour },
      alt: altText(t, shown),
      title: title?.text ?? artwork.title,
      ...(title && title.text !== artwork.title && { addressTitle: artwork.title }),
      ...(title?.language && { titleLanguage: title.language }),
      caption: makerLabel(t, shown),
    };
  };
}

interface WorkTileProps extends Omit<TileCardProps, keyof ReturnType<ReturnType<typeof useTileOf>>> {
  artwork: Artwork;
}

/** One work in a row: picture and short label, both leading to its page. */
export function WorkTile({ artwork, ...card }: WorkTileProps) {
  return <TileCard {...useTileOf()(artwork)} {...card} />;
}
