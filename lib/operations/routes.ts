import { type Role } from '@/lib/auth/person';
import { type Scope } from '@/lib/auth/scope';

/** What a request must show: nothing, a session of somebody with a role, an API token with a scope, METRICS_TOKEN. */
export type Access = 'everyone' | Role | Scope | 'metrics-token';

/** For routes whose methods need different things. HEAD needs what GET does. */
type AccessByMethod = Readonly<
  Record<'GET', Access> & Partial<Record<'DELETE' | 'PATCH' | 'POST' | 'PUT', Access>>
>;

/** The routes of app/[locale]/, pages in every language, each with what it needs. */
const pages = {
  '/': 'everyone',
  '/about': 'everyone',
  '/accessibility': 'everyone',
  // Shows the sign-in form to whoever is not signed in.
  '/admin': 'everyone',
  '/admin/account': 'curator',
  '/admin/batches': 'curator',
  '/admin/batches/[id]': 'curator',
  '/admin/imports': 'curator',
  '/admin/imports/[source]': 'curator',
  '/admin/imports/runs/[id]': 'curator',
  '/admin/design': 'curator',
  '/admin/export': 'curator',
  '/admin/jobs': 'curator',
  '/admin/link': 'everyone',
  '/admin/log': 'administrator',
  '/admin/makers': 'curator',
  '/admin/makers/[id]': 'curator',
  '/admin/people': 'administrator',
  '/admin/people/[id]': 'administrator',
  '/admin/tokens': 'administrator',
  '/admin/works': 'curator',
  '/admin/works/[id]': 'curator',
  '/admin/works/[id]/history': 'curator',
  '/admin/works/[id]/picture': 'curator',
  '/admin/works/[id]/preview': 'curator',
  '/admin/works/bin': 'curator',
  '/admin/works/change': 'curator',
  '/browse': 'everyone',
  '/browse/values': 'everyone',
  '/developers': 'everyone',
  '/lightbox': 'everyone',
  '/live': 'everyone',
  // What the service worker shows without a connection.
  '/offline': 'everyone',
  '/quality': 'everyone',
  '/search': 'everyone',
  '/search/blend': 'everyone',
  '/search/detail': 'everyone',
  '/search/values': 'everyone',
  '/unavailable': 'everyone',
  '/works/[id]': 'everyone',
} as const satisfies Record<string, Access>;

/** The other routes of app/: what forms are sent to, the API, files. More special before more general. */
const handlers = {
  '/admin/account/name': 'curator',
  '/admin/account/password': 'curator',
  '/admin/account/sessions': 'curator',
  '/admin/batches/create': 'curator',
  '/admin/batches/[id]/delete': 'curator',
  '/admin/batches/[id]/edit': 'curator',
  '/admin/batches/[id]/files': 'curator',
  '/admin/batches/[id]/list': 'curator',
  '/admin/batches/[id]/publish': 'curator',
  '/admin/batches/[id]/state': 'curator',
  '/admin/batches/[id]/uploads/[file]': 'curator',
  '/admin/imports/decide': 'curator',
  '/admin/imports/picture': 'curator',
  '/admin/imports/runs/[id]/control': 'curator',
  '/admin/imports/upload': 'curator',
  '/admin/imports/[source]/start': 'curator',
  '/admin/export/file': 'curator',
  '/admin/jobs/control': 'curator',
  '/admin/link/accept': 'everyone',
  '/admin/login': 'everyone',
  '/admin/logout': 'everyone',
  '/admin/makers/[id]/merge': 'curator',
  '/admin/makers/[id]/save': 'curator',
  '/admin/people/invite': 'administrator',
  '/admin/people/[id]/access': 'administrator',
  '/admin/people/[id]/link': 'administrator',
  '/admin/people/[id]/role': 'administrator',
  '/admin/people/[id]/sessions': 'administrator',
  '/admin/suggestions': 'curator',
  '/admin/tokens/create': 'administrator',
  '/admin/tokens/[id]/revoke': 'administrator',
  '/admin/works/[id]/change': 'curator',
  '/admin/works/[id]/discard': 'curator',
  '/admin/works/[id]/draft': 'curator',
  '/admin/works/[id]/replace-picture': 'curator',
  '/admin/works/[id]/save': 'curator',
  '/admin/works/apply': 'curator',
  '/admin/works/create': 'curator',
  '/api': 'everyone',
  '/api/health': 'everyone',
  '/api/metrics': 'metrics-token',
  '/api/oembed': 'everyone',
  '/api/openapi.json': 'everyone',
  '/api/ready': 'everyone',
  '/api/v1/artworks': { GET: 'everyone', POST: 'works:write' },
  '/api/v1/artworks/[id]': 'everyone',
  '/api/v1/artworks/[id]/similar': 'everyone',
  '/api/v1/lightbox': 'everyone',
  '/api/v1/search': 'everyone',
  '/api/v1/search/vectors': 'everyone',
  '/api/v1/suggestions': 'everyone',
  '/api/[...path]': 'everyone',
  '/embed/[id]': 'everyone',
  '/feed.atom': 'everyone',
  '/icon.svg': 'everyone',
  '/iiif/image/[version]/[key]': 'everyone',
  '/iiif/image/[version]/[key]/info.json': 'everyone',
  '/iiif/image/[version]/[key]/[region]/[size]/[rotation]/[file]': 'everyone',
  '/iiif/[...path]': 'everyone',
  '/images/cards/search': 'everyone',
  '/images/cards/[id]': 'everyone',
  '/images/[key]/[file]': 'everyone',
  '/lightbox/change': 'everyone',
  '/manifest.webmanifest': 'everyone',
  '/mcp': 'everyone',
  '/network/[digest]/[file]': 'everyone',
  '/oai': 'everyone',
  '/query': 'everyone',
  '/query/form': 'everyone',
  '/query/vectors': 'everyone',
  '/robots.txt': 'everyone',
  '/sitemap.xml': 'everyone',
  '/sitemaps/[file]': 'everyone',
  // The service worker, of public/.
  '/sw.js': 'everyone',
  // What Next.js serves itself: scripts, styles, fonts.
  '/_next/[...path]': 'everyone',
} as const satisfies Record<string, Access | AccessByMethod>;

/** Where everyone may read, and a token with the scope works:read sees drafts and withdrawn works too. */
export const moreWithToken: readonly string[] = ['/api/v1/artworks', '/api/v1/artworks/[id]'];

export type PageRoute = keyof typeof pages;
export type Route = PageRoute | keyof typeof handlers;

export const pageRoutes = Object.keys(pages) as PageRoute[];

/** As metrics and logs name them: an address as it comes would make a series of every work. */
export const routes = Object.keys({ ...pages, ...handlers }) as Route[];

/**
 * What a request needs. Addresses that do not exist need nothing: there is nothing to protect.
 * @throws Error if the route has methods of its own and this is not one of them
 */
export function accessTo(route: Route | 'other', method: string): Access {
  if (route === 'other') return 'everyone';
  const declared: Access | AccessByMethod = { ...pages, ...handlers }[route];
  if (typeof declared === 'string') return declared;
  const needed = declared[method === 'HEAD' ? 'GET' : (method as keyof AccessByMethod)];
  if (needed === undefined)
    throw new Error(`lib/operations/routes.ts does not say what ${method} ${route} needs.`);
  return needed;
}

/** Fixed addresses first, so that `/admin/people/invite` is not taken for a person. */
const patterns = routes
  .map((route) => {
    const pattern = route
      .replaceAll('.', '\\.')
      .replace(/\[\\.\\.\\.\w+\]/, '.+')
      .replace(/\[\w+\]/g, '[^/]+');
    // With a work's title, which proxy.ts takes off.
    const title = route === '/works/[id]' ? '(?:/[^/]*)?' : '';
    return [new RegExp(`^${pattern}${title}$`), route] as const;
  })
  .sort(([, a], [, b]) => Number(a.includes('[')) - Number(b.includes('[')));

/** The route that a path belongs to; `other` for addresses that do not exist. */
export function routeOf(pathname: string): Route | 'other' {
  return patterns.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'other';
}

/** The same for an address that may name a language first, as a page's may: `/ja/browse`. */
export function routeInAnyLanguage(pathname: string): Route | 'other' {
  const route = routeOf(pathname);
  if (route !== 'other') return route;
  const page = routeOf(pathname.replace(/^\/[a-z]{2}(?=\/|$)/, '') || '/');
  return pageRoutes.find((one) => one === page) ?? 'other';
}
