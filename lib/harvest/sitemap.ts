import { element, xmlDocument } from '@/lib/standards/xml';
import { oaiDate } from './oai-request';

/** Works in one site map; the protocol allows 50,000 addresses and 50 MB a file. */
export const worksPerSitemap = 10_000;

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Listed {
  readonly url: string;
  readonly changedAt?: Date;
}

/** The index of all site maps. @param urls of the site maps */
export function sitemapIndex(urls: readonly string[]): string {
  const maps = urls.map((url) => element('sitemap', {}, element('loc', {}, url)));
  return xmlDocument(element('sitemapindex', { xmlns }, maps));
}

export function sitemap(pages: readonly Listed[]): string {
  const urls = pages.map(({ url, changedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, url),
      changedAt ? element('lastmod', {}, oaiDate(changedAt)) : null,
    ),
  );
  return xmlDocument(element('urlset', { xmlns }, urls));
}
