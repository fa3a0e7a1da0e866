import { browseHref } from '@/app/[locale]/browse/browse-query';
import { type Artwork } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { isGivenTo } from '@/lib/catalog/maker';

const rowSize = 7;

/** Other works given to the first maker of this one; null if it is given to nobody. */
export async function findSameMaker(artwork: Artwork) {
  const maker = artwork.makers.find(isGivenTo);
  if (maker === undefined) return null;
  const query = { filter: { facets: { artist: [maker.name] } }, sort: 'year', page: 1 } as const;
  const { artworks } = await listArtworks(await database(), { ...query, offset: 0, limit: rowSize + 1 });
  return {
    name: maker.name,
    artworks: artworks.filter(({ id }) => id !== artwork.id).slice(0, rowSize),
    href: browseHref(query),
  };
}
