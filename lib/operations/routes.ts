/**
 * The routes of app/, as metrics and logs name them: an address as it comes would make a series of every work.
 * More special before more general.
 */
export const routes = [
  '/',
  '/about',
  '/admin',
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
  '/browse',
  '/developers',
  '/icon.svg',
  '/images/cards/[id]',
  '/images/[key]/[file]',
  '/live',
  '/manifest.webmanifest',
  '/network/[digest]/[file]',
  '/quality',
  '/query',
  '/query/vectors',
  '/robots.txt',
  '/search',
  '/search/blend',
  '/sitemap.xml',
  '/unavailable',
  '/works/[id]',
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
