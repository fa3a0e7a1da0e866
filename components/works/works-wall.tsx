import { type Artwork } from '@/lib/catalog/artwork';
import { type OnList } from '@/lib/catalog/work-address';
import { TileList } from './tile-list';
import { Wall } from './wall';
import { WorkTile } from './work-tile';

interface WorksWallProps {
  label: string;
  artworks: readonly Artwork[];
  /** The place of the first of them on the list that they are a page of. */
  onList?: OnList;
  /** Whether it is seen at once, and not further down on its page. */
  isFirst?: boolean;
}

/** Works on a wall, the first row of them loaded before the others. */
export function WorksWall({ label, artworks, onList, isFirst = true }: WorksWallProps) {
  const wall = (
    <Wall label={label}>
      {artworks.map((artwork, index) => (
        <WorkTile
          key={artwork.id}
          artwork={artwork}
          sizes="room"
          {...(isFirst && index < 4 && { isUrgent: true })}
          {...(onList && { at: onList.at + index })}
        />
      ))}
    </Wall>
  );
  return onList ? <TileList from={onList.from}>{wall}</TileList> : wall;
}
