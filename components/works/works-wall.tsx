import { type Artwork } from '@/lib/catalog/artwork';
import { tileSizes } from './tile-sizes';
import { type OnList } from '@/lib/catalog/work-address';
import { Wall } from './wall';
import { WorkTile } from './work-tile';

interface WorksWallProps {
  label: string;
  artworks: readonly Artwork[];
  /** The place of the first of them on the list that they are a page of. */
  onList?: OnList;
}

/** Works on a wall, the first row of them loaded before the others. */
export function WorksWall({ label, artworks, onList }: WorksWallProps) {
  return (
    <Wall label={label}>
      {artworks.map((artwork, index) => (
        <WorkTile
          key={artwork.id}
          artwork={artwork}
          sizes={tileSizes('room', artwork.image.width / artwork.image.height)}
          priority={index < 6 ? 'first' : index < 12 ? 'early' : undefined}
          onList={onList && { ...onList, at: onList.at + index }}
        />
      ))}
    </Wall>
  );
}
