/** The routes of app/[locale]/: pages in every language. */
export const pageRoutes = [
  '/',
  '/about',
  '/admin',
  '/browse',
  '/developers',
  '/live',
  '/quality',
  '/search',
  '/search/blend',
  '/unavailable',
  '/works/[id]',
] as const;

/**
 * The routes of app/, as metrics and logs name them: an address as it comes would make a series of every work.
 * More special before more general.
 */
export const routes = [
  ...pageRoutes,
  '/admin/login',
  '/admin/logout',
  '/admin/works',
  '/api',
  '/api/health',
  '/api/metrics',
  '/api/openapi.json',
  '/api/ready',
  '/api/v1/artworks',
  '/api/v1/artworks/[id]',
  '/api/v1/artworks/[id]/similar',
  '/api/v1/search',
  '/api/v1/search/vectors',
  '/api/[...path]',
  '/icon.svg',
  '/images/cards/[id]',
  '/images/[key]/[file]',
  '/manifest.webmanifest',
  '/network/[digest]/[file]',
  '/query',
  '/query/vectors',
  '/robots.txt',
  '/sitemap.xml',
  // What Next.js serves itself: scripts, styles, fonts.
  '/_next/[...path]',
] as const;

export type Route = (typeof routes)[number];

const patterns = routes.map((route) => {
  const pattern = route
    .replaceAll('.', '\\.')
    .replace(/\[\\.\\.\\.\w+\]/, '.+')
    .replace(/\[\w+\]/g, '[^/]+');
  return [new RegExp(`^${pattern}$`), route] as const;
});

/** The route that a path belongs to; `other` for addresses that there are not. */
export function routeOf(pathname: string): Route | 'other' {
  return patterns.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'other';
}
