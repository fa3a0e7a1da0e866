import { forTokens, jsonAnswer } from '@/app/api/_lib/answer';
import { artworkJson } from '@/app/api/_lib/artwork';
import { listAnswer } from '@/app/api/_lib/list-answer';
import { pagingLinks } from '@/app/api/_lib/paging';
import { addressParameters, listParameters, readParameters } from '@/app/api/_lib/parameters';
import { browseHref } from '@/app/[locale]/browse/browse-query';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { showsScope } from '@/lib/auth/guard';
import { shownToCurators, shownToVisitors } from '@/lib/catalog/artwork-filter';
import { listArtworks, pictureTaken } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { countFacets } from '@/lib/catalog/facets.repository';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { receivePicture } from '@/lib/ingest/receive-picture';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { queryLimits } from '@/lib/search/query';
import { filterParameters, parseFilter } from '@/lib/search/question/filter';

/** The collection: words, facets, order, pages. A token with the scope works:read lists what is not public too. */
const get = endpoint(async (request) => {
  const searchParams = addressParameters(request);
  const { pathname } = new URL(request.url);
  const { as, sort, page, limit } = readParameters(listParameters, searchParams);
  const filter = parseFilter(searchParams);
  const seesAll = await showsScope(request.headers.get('authorization'), 'works:read');
  const shown = seesAll ? shownToCurators : shownToVisitors;
  const db = await database();
  const order = sort ?? (filter.text ? 'relevance' : 'newest');
  const [{ artworks, total }, facets] = await timed('catalog', () =>
    Promise.all([
      listArtworks(db, { filter, sort: order, offset: (page - 1) * limit, limit, shown }),
      countFacets(db, filter, { shown }),
    ]),
  );
  const pages = Math.min(Math.ceil(total / limit), queryLimits.pageMax);
  const pairs = [
    ...filterParameters(filter),
    ...(sort === undefined ? [] : [['sort', sort]]),
    ...(limit === queryLimits.pageSize ? [] : [['limit', String(limit)]]),
  ];
  const body = {
    artworks: artworks.map(artworkJson),
    total,
    page,
    pages,
    facets,
    links: pagingLinks(pathname, pairs, { page, pages }),
  };
  const list = {
    json: body,
    artworks,
    filter,
    label: 'The collection',
    links: body.links,
    homepage: browseHref({ filter, sort: order, page }),
  };
  return listAnswer(request, as, list, seesAll ? forTokens : {});
});

/** A new work, for a token with the scope works:write. The very same picture is not added twice. */
const post = endpoint(async (request) => {
  const { bytes, fields } = await receivePicture(request);
  const { artwork, duplicateOf } = await addArtwork(bytes, parseArtworkDetails(fields));
  const body = artworkJson(artwork);
  if (duplicateOf)
    throw new Problem('conflict', pictureTaken(artwork).message, {
      artworkId: artwork.id,
      links: body.links,
    });
  return jsonAnswer(request, body, {
    status: 201,
    audience: 'secret',
    headers: { Location: body.links.self },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get, POST: post });
