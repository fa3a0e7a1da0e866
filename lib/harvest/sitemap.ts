import { element, xmlDocument } from '@/lib/standards/xml';
import { oaiDate } from './oai-request';

/** Works in one site map; the protocol allows 50,000 addresses and 50 MB a file. */
export const worksPerSitemap = 10_000;

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Listed {
  readonly url: string;
  /** The page by language, and for all others as `x-default`; empty for a site in one language. */
  readonly languages: Readonly<Record<string, string>>;
  readonly changedAt?: Date;
}

/** The index of all site maps. @param urls of the site maps */
export function sitemapIndex(urls: readonly string[]): string {
  const maps = urls.map((url) => element('sitemap', {}, element('loc', {}, url)));
  return xmlDocument(element('sitemapindex', { xmlns }, maps));
}

export function sitemap(pages: readonly Listed[]): string {
  const urls = pages.map(({ url, languages, changedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, url),
      changedAt ? element('lastmod', {}, oaiDate(changedAt)) : null,
      Object.entries(languages).map(([hreflang, href]) =>
        element('xhtml:link', { rel: 'alternate', hreflang, href }),
      ),
    ),
  );
  return xmlDocument(element('urlset', { xmlns, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, urls));
}
