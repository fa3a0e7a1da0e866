// Keeps what a visitor has seen readable without a connection: public pages, pictures that anyone may see, and the
// files that pages are made of. Never the curators' pages, sessions, searches by an upload, or anything but GET.
// docs/decisions/043 says what is kept and why.
const pages = 'gafu-pages-1';
const files = 'gafu-files-1';
const pagesMax = 60;
const filesMax = 600;

/** Pages that are the same for everyone, in any language. An id that begins with q_ is a secret picture's. */
const publicPage =
  /^(?:\/ja)?(?:\/?|\/(?:about|accessibility|browse|developers|live|lightbox|quality|search|browse\/values|search\/values)|\/works\/[^/]+(?:\/[^/]*)?)$/;
const isKeptPage = ({ pathname, search }) => publicPage.test(pathname) && !search.includes('q_');
const isFile = ({ pathname }) => /^\/(?:_next\/static|images\/[^/]+)\/.+/.test(pathname);
const offlinePage = (pathname) => (/^\/ja(?:\/|$)/.test(pathname) ? '/ja/offline' : '/offline');

/** Clients whose page came from here and not from the site. */
const shownFromHere = new Set();

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePages().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});
self.addEventListener('message', (event) => {
  if (event.data === 'is-kept') event.ports[0]?.postMessage(shownFromHere.has(event.source?.id));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (isFile(url)) event.respondWith(file(request));
});

/** From the site if it answers, whatever it says; else as it was seen last. */
async function page(event, url) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (isKeptPage(url) && answer.status === 200 && !answer.redirected)
      event.waitUntil(keep(pages, request, answer.clone(), pagesMax));
    return answer;
  } catch {
    const kept = isKeptPage(url) ? await caches.match(request, { ignoreVary: true }) : undefined;
    const shown = kept ?? (await caches.match(offlinePage(url.pathname), { ignoreVary: true }));
    if (shown === undefined) return Response.error();
    shownFromHere.add(event.resultingClientId);
    return shown;
  }
}

/** Files and pictures never change under their address. */
async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  const allowed = answer.headers.get('cache-control') ?? '';
  if (answer.status === 200 && allowed.includes('public') && allowed.includes('immutable'))
    await keep(files, request, answer.clone(), filesMax);
  return answer;
}

async function keep(name, request, answer, max) {
  const cache = await caches.open(name);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, answer);
  const known = await cache.keys();
  await Promise.all(known.slice(0, Math.max(0, known.length - max)).map((old) => cache.delete(old)));
}

/** The page without a connection in every language, and the styles and fonts that it is drawn with. */
async function keepOfflinePages() {
  for (const path of ['/offline', '/ja/offline']) {
    const answer = await fetch(path, { credentials: 'omit' });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    const html = await answer.clone().text();
    await keep(pages, new Request(path), answer, pagesMax);
    const styles = [...new Set(html.match(/\/_next\/static\/[^"]+\.(?:css|woff2)/g))];
    await Promise.all(styles.map((address) => file(new Request(address))));
  }
}

async function removeOldCaches() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => ![pages, files].includes(name)).map((name) => caches.delete(name)),
  );
}
