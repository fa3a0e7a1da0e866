import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { keyboardProblems, problemsInEveryWay } from './page-checks';
import { curatorPassword, signedInCurator } from './signed-in';

// Every page several times over, on a machine that may be busy.
jest.setTimeout(600_000);

const inEnglish = (path: string) => path;
const inJapanese = (path: string) => (path === '/' ? '/ja' : `/ja${path}`);

const samples = ['impressionist-sea', 'cubist-sea', 'pointillist-tree', 'woodcut-tree', 'ukiyo-e-bridge'];
const postgres = useTestDatabase({ samples });

describeWithBrowser('every page', () => {
  describe('of a site with works', () => {
    const site = useSite(postgres, { env: { ADMIN_PASSWORD: curatorPassword } });
    const { newVisitor, takeComplaints } = useBrowser(() => site.origin);
    let pages: Record<string, string> = {};
    let curatorsPages: string[] = [];

    beforeAll(async () => {
      const [first, second] = await postgres.db.artwork.findMany({ orderBy: { title: 'asc' }, take: 2 });
      const [a, b] = [first?.id ?? '', second?.id ?? ''];
      pages = {
        home: '/',
        browse: '/browse',
        'browse without results': '/browse?q=zzzz',
        'browse, malformed': '/browse?sort=price',
        work: `/works/${a}`,
        'work that is not there': '/works/nowhere',
        search: `/search?style=${a}`,
        'search with a filter': `/search?content=${a}&movement=Cubism`,
        blend: `/search?style=${a}~0.6&content=${b}~0.4`,
        'search by colours': `/search?palette=${a}`,
        'blend of all three': `/search?style=${a}~0.4&content=${a}~0.3&palette=${a}~0.3`,
        'blend against a picture': `/search?style=${a}&style=${b}~-0.5&content=${a}`,
        'values of a facet': '/browse/values?of=movement',
        'values of a facet of a search': `/search/values?style=${a}&of=movement`,
        'detail of a search': `/search/detail?style=${a}`,
        'search, malformed': '/search?style=a~9',
        'search from nothing': '/search?style=nowhere',
        'light box': `/lightbox?works=${a},${b}`,
        'light box, for a search': `/lightbox?works=${a},${b}&with=style%3D${a}`,
        'light box, empty': '/lightbox',
        'search as a wall': `/search?style=${a}&view=wall`,
        'search on a timeline': `/search?style=${a}&view=timeline`,
        'live search': '/live',
        'how it works': '/about',
        'who can use it': '/accessibility',
        'how well it works': '/quality',
        API: '/developers',
        'sign in': '/admin',
        'nothing there': '/nowhere',
        'without a connection': '/offline',
      };
      const maker = await postgres.db.maker.findFirst();
      curatorsPages = [
        '',
        '/account',
        '/batches',
        '/design',
        '/export',
        '/imports',
        '/imports/iiif',
        '/imports/met',
        '/jobs',
        '/log',
        '/makers',
        `/makers/${maker?.id}`,
        '/people',
        '/tokens',
        '/works',
        '/works/bin',
        `/works/${a}`,
        `/works/${a}/history`,
        `/works/${a}/picture`,
        `/works/${a}/preview`,
      ].map((path) => `/admin${path}`);
    });

    test.each([
      ['English', inEnglish],
      ['Japanese', inJapanese],
    ] as const)('can be used by everyone, in %s', async (language, address) => {
      const page = await newVisitor({ reducedMotion: 'reduce' });
      const problems: Record<string, string[]> = {};
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address(path));
        const found = [
          ...(await problemsInEveryWay(page, language !== 'English')),
          ...(language === 'English' ? await keyboardProblems(page) : []),
        ];
        if (found.length > 0) problems[name] = found;
      }
      expect(problems).toEqual({});
    });

    test.each([
      ['English', inEnglish],
      ['Japanese', inJapanese],
    ] as const)('of the curators can be used by everyone, in %s', async (language, address) => {
      const page = await signedInCurator(newVisitor, { reducedMotion: 'reduce' });
      const problems: Record<string, string[]> = {};
      for (const path of curatorsPages) {
        const answer = await page.goto(address(path));
        const found = [
          ...(answer?.status() === 200 ? [] : [`answers ${answer?.status()}`]),
          ...(await problemsInEveryWay(page, language !== 'English')),
          ...(language === 'English' ? await keyboardProblems(page) : []),
        ];
        if (found.length > 0) problems[path] = found;
      }
      expect(problems).toEqual({});
    });

    test('has one main heading, a text for every picture, and no error in its scripts or policy', async () => {
      const page = await newVisitor();
      const titles = new Map<string, string>();
      takeComplaints();
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        expect([name, await page.getByRole('heading', { level: 1 }).count()]).toEqual([name, 1]);
        expect([name, await page.locator('main img:not([alt])').count()]).toEqual([name, 0]);
        expect([name, await sidewaysOverflow(page)]).toEqual([name, 0]);
        titles.set(name, await page.title());
      }
      expect(takeComplaints()).toEqual([]);
      expect(titles.get('home')).toMatch(/^Gafu/);
      expect(titles.get('work')).toMatch(/ by .* — Gafu$/);
      for (const name of ['work that is not there', 'nothing there'])
        expect(titles.get(name)).toBe('Not found — Gafu');
    });

    test('does not move when its pictures arrive', async () => {
      const page = await newVisitor(phone);
      for (const name of ['home', 'search', 'detail of a search', 'work']) {
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(pages[name] ?? '/', { waitUntil: 'load' });
        const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
        expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
      }
    });
  });
});
