import { jsonAnswer } from '@/app/api/_lib/answer';
import { artworkJson } from '@/app/api/_lib/artwork';
import { pagingLinks } from '@/app/api/_lib/paging';
import { addressParameters, listParameters, readParameters } from '@/app/api/_lib/parameters';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { countFacets } from '@/lib/catalog/facets.repository';
import { timed } from '@/lib/platform/stage';
import { filterParameters, parseFilter, queryLimits } from '@/lib/search/query';

/** The collection: words, facets, order, pages. */
const get = endpoint(async (request) => {
  const searchParams = addressParameters(request);
  const { pathname } = new URL(request.url);
  const { sort, page, limit } = readParameters(listParameters, searchParams);
  const filter = parseFilter(searchParams);
  const db = await database();
  const order = sort ?? (filter.text ? 'relevance' : 'newest');
  const [{ artworks, total }, facets] = await timed('catalog', () =>
    Promise.all([
      listArtworks(db, { filter, sort: order, offset: (page - 1) * limit, limit }),
      countFacets(db, filter),
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
  return jsonAnswer(request, body);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
