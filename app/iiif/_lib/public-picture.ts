import { type Artwork } from '@/lib/catalog/artwork';
import { findArtworkByImage } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { withdrawn } from '@/lib/catalog/public-artwork.repository';
import { isImageKey } from '@/lib/images/image-key';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { type ImageApiVersion, imageApiVersions } from '@/lib/iiif/image-request';

/** What an address under `/iiif/image` names: a version of the Image API and a picture that everyone may see. */
export interface NamedPicture {
  readonly version: ImageApiVersion;
  readonly artwork: Artwork;
}

/** @throws Problem `not-found` for another version, or a picture of no published work; `gone` if that was withdrawn */
export async function publicPicture(version: string, key: string): Promise<NamedPicture> {
  const known = imageApiVersions.find((one) => String(one) === version);
  if (known === undefined)
    throw new Problem('not-found', `There is no Image API ${version.slice(0, 20)} here. There are 2 and 3.`);
  const artwork = isImageKey(key)
    ? await timed('catalog', async () => findArtworkByImage(await database(), key))
    : null;
  if (artwork === null || (!artwork.isPublic && artwork.publication === 'draft'))
    throw new Problem('not-found', 'There is no such picture.');
  if (!artwork.isPublic) throw withdrawn(artwork.id);
  return { version: known, artwork };
}
