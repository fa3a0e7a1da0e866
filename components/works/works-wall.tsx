import { type Artwork } from '@/lib/catalog/artwork';
import { tileSizes } from './tile-sizes';
import { Wall } from './wall';
import { WorkTile } from './work-tile';

/** Works on a wall, the first row of them loaded before the others. */
export function WorksWall({ label, artworks }: { label: string; artworks: readonly Artwork[] }) {
  return (
    <Wall label={label}>
      {artworks.map((artwork, index) => (
        <WorkTile
          key={artwork.id}
          artwork={artwork}
          sizes={tileSizes('room', artwork.image.width / artwork.image.height)}
          priority={index < 6 ? 'first' : index < 12 ? 'early' : undefined}
        />
      ))}
    </Wall>
  );
}
