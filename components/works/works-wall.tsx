import { type Artwork } from '@/lib/catalog/artwork';
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
          sizes="(min-width: 72rem) 20rem, (min-width: 40rem) 30vw, 45vw"
          eager={index < 6}
        />
      ))}
    </Wall>
  );
}
