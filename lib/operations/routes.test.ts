import { readdirSync } from 'node:fs';
import { pageRoutes, routeInAnyLanguage, routeOf, routes } from './routes';

/** Next.js' names for files that answer at an address of their own. */
const ownAddresses: Record<string, string> = {
  'icon.svg': '/icon.svg',
  'manifest.ts': '/manifest.webmanifest',
  'robots.ts': '/robots.txt',
};

function routesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const [name = '', ...folders] = file.split('/').reverse();
    // A language is in the address only if it is not English; the page for what is not there is no route.
    if (folders.includes('[...missing]')) return [];
    const folder = folders
      .filter((segment) => segment !== '[locale]')
      .reverse()
      .map((segment) => `/${segment}`)
      .join('');
    if (name === 'page.tsx' || name === 'route.ts') return [folder === '' ? '/' : folder];
    const own = ownAddresses[name];
    return own === undefined ? [] : [`${folder}${own}`];
  });
}

test('the list of routes is that of the folder app', () => {
  const ours = routes.filter((route) => !['/_next/[...path]', '/sw.js'].includes(route));
  expect([...ours].sort()).toEqual(routesIn('app').sort());
  expect([...pageRoutes].sort()).toEqual(routesIn('app/[locale]').sort());
});

test.each([
  ['/', '/'],
  ['/works/k3v9q2mwta', '/works/[id]'],
  ['/images/cards/k3v9q2mwta', '/images/cards/[id]'],
  ['/api/v1/artworks/k3v9q2mwta/similar', '/api/v1/artworks/[id]/similar'],
  ['/api/v1/search', '/api/v1/search'],
  ['/api/nothing/here', '/api/[...path]'],
  [`/images/${'a'.repeat(64)}/320.webp`, '/images/[key]/[file]'],
  ['/_next/static/chunks/main.js', '/_next/[...path]'],
  ['/wp-login.php', 'other'],
  ['/works/k3v9q2mwta/the-great-wave', '/works/[id]'],
  ['/works/a/b/c', 'other'],
])('%s belongs to %s', (pathname, route) => expect(routeOf(pathname)).toBe(route));

test.each([
  ['/ja', '/'],
  ['/ja/works/k3v9q2mwta/the-great-wave', '/works/[id]'],
  ['/browse', '/browse'],
  ['/ja/api/v1/search', 'other'],
  ['/japan/browse', 'other'],
])('%s, with a language, belongs to %s', (pathname, route) =>
  expect(routeInAnyLanguage(pathname)).toBe(route),
);
