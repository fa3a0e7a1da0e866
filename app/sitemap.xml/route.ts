import { textAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { countPublicArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { sitemapIndex, worksPerSitemap } from '@/lib/harvest/sitemap';
import { siteOrigin } from '@/lib/platform/site-origin';

/** The index of the site maps: one of pages, and one of each 10,000 works. */
const get = endpoint(async (request) => {
  const origin = siteOrigin();
  const maps = Math.ceil((await countPublicArtworks(await database())) / worksPerSitemap);
  const names = ['pages', ...Array.from({ length: maps }, (_, at) => `works-${at + 1}`)];
  const index = sitemapIndex(names.map((name) => `${origin}/sitemaps/${name}.xml`));
  return textAnswer(request, index, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
