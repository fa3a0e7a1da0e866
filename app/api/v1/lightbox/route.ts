import { artworkJson } from '@/app/api/_lib/artwork';
import { listAnswer } from '@/app/api/_lib/list-answer';
import { addressParameters, lightBoxParameters, readParameters } from '@/app/api/_lib/parameters';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { lightBoxHref, parseLightBox } from '@/lib/search/light-box';

/** A light box: works by their ids, in their order. Those that are no longer shown are left out. */
const get = endpoint(async (request) => {
  const params = addressParameters(request);
  const { as } = readParameters(lightBoxParameters, params);
  const works = parseLightBox(params) ?? [];
  const artworks = (await findArtworks(await database(), works)).filter(({ isPublic }) => isPublic);
  const homepage = lightBoxHref(works);
  const self = `/api/v1${homepage}`;
  const json = { artworks: artworks.map(artworkJson), links: { self, page: homepage } };
  const links = { self, next: null };
  return listAnswer(request, as, { json, artworks, filter: {}, label: 'Light box', links, homepage });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
