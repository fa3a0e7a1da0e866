import { type Artwork } from './artwork';
import { artworkOf, type ArtworkRow, withMakersAndImage } from './artwork-rows';
import { type DatabaseClient } from './database';
import { type Prisma } from './prisma/client';

/** A work that changes each time it is read is as good as gone. */
const readingsMax = 3;

/**
 * Reads works with their makers and images. Prisma reads those after the works, by statements of their own: a work may
 * have been deleted, have another picture or another maker by then. All are then read again, and what is still not
 * whole is left out.
 */
export async function readWorks(db: DatabaseClient, where: Prisma.ArtworkWhereInput): Promise<Artwork[]> {
  for (let reading = 1; ; reading++) {
    const rows = await db.artwork.findMany({ where, include: withMakersAndImage });
    const whole = rows.filter(isWhole);
    if (whole.length === rows.length || reading === readingsMax) return whole.map(artworkOf);
  }
}

/** Its type says that it always is. */
function isWhole({ image, attributions }: ArtworkRow): boolean {
  const related: readonly (object | null)[] = [image, ...attributions.map(({ maker }) => maker)];
  return !related.includes(null);
}
