import { workHref } from '@/lib/catalog/work-address';
import { useTestDatabase } from '../support/database';
import { useListedWorks } from '../support/listed-works';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, useBrowser } from './chromium';
import { curatorPassword } from './signed-in';

jest.setTimeout(120_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ukiyo-e-cat', 'woodcut-tree'] });

describeWithBrowser('a visitor in trouble', () => {
  const site = useSite(postgres, { env: { ADMIN_PASSWORD: curatorPassword } });
  const { newVisitor } = useBrowser(() => site.origin);
  const { work } = useListedWorks(postgres);

  /** A visitor whose browser keeps what is seen. */
  const keepingVisitor = async (options = {}) => {
    const page = await newVisitor({ ...options, serviceWorkers: 'allow' });
    await page.goto('/about');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // It keeps pages in every language, and chooses none.
    expect(await page.context().cookies()).toEqual([]);
    return page;
  };

  test('without a connection still has what was seen, and is told so elsewhere, in the page’s language', async () => {
    const page = await keepingVisitor(phone);
    await page.goto(workHref(work()));
    await page
      .locator('main img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode());
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: work().title, level: 1 }).waitFor();
    expect(
      await page
        .locator('main img')
        .first()
        .evaluate((image: HTMLImageElement) => image.decode().then(() => true)),
    ).toBe(true);
    await page.getByRole('status').getByText('You are offline.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.goto(workHref(work(1)));
    await page.getByRole('heading', { name: 'You are offline', level: 1 }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.goto(`/ja${workHref(work(1))}`);
    await page.getByRole('heading', { name: 'インターネットに接続していません' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'もう一度試す' }).click();
    await page.getByRole('heading', { level: 1, name: work(1).title }).waitFor();
  });

  test('keeps nothing of the curators’ pages, of uploads, or of what is not public', async () => {
    const page = await keepingVisitor();
    await page.goto('/admin');
    await page.getByLabel('Password').fill(curatorPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Add a work' }).waitFor();
    for (const path of ['/admin/works', '/search?style=q_nowhere', '/nowhere', '/browse'])
      await page.goto(path);
    const kept = () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const caches_ = await Promise.all(names.map((name) => caches.open(name)));
        const requests = await Promise.all(caches_.map((cache) => cache.keys()));
        return requests.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
      });
    await page.waitForFunction(
      async () => (await caches.match('/browse', { ignoreVary: true })) !== undefined,
    );
    const pages = (await kept()).filter((path) => !/^\/(?:_next\/static|images)\//.test(path));
    expect(pages.sort()).toEqual(['/browse', '/ja/offline', '/offline']);
    await page.context().setOffline(true);
    await page.goto('/admin/works');
    await page.getByRole('heading', { name: 'You are offline' }).waitFor();
  });

  test('sees that the next page is on its way, and after a while that it is slow', async () => {
    const page = await newVisitor();
    await page.goto('/about');
    // What watches the connection comes when the page is idle.
    await page.locator('div[role="status"].contents').first().waitFor({ state: 'attached' });
    await page.clock.install();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/browse/, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Browse' }).click();
    await page.locator('.leaving').waitFor({ state: 'attached' });
    await page.clock.fastForward(9_000);
    await page.getByRole('status').getByText('Still loading.').waitFor();
    release();
    await page.waitForURL(/\/browse$/);
    await page.locator('.leaving').waitFor({ state: 'detached' });
  });

  test('learns that a work was withdrawn, also after it was deleted for good', async () => {
    const { id } = work(2);
    await postgres.db.artwork.delete({ where: { id } });
    const page = await newVisitor({ javaScriptEnabled: false });
    expect((await page.goto(workHref(work(2))))?.status()).toBe(410);
    await page.getByRole('heading', { name: 'This work was withdrawn' }).waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
    expect((await page.goto('/works/nosuchwork'))?.status()).toBe(404);
  });

  test('gets a page with ways on when the site itself fails, in both languages', async () => {
    await postgres.db.$executeRaw`ALTER TABLE attributions RENAME TO attributions_away`;
    try {
      const page = await newVisitor();
      for (const [path, title, retry] of [
        ['/browse?q=never', 'Something went wrong on our side', 'Try again'],
        ['/ja/browse?q=never', 'サイトの側で問題が起きました', 'もう一度試す'],
      ] as const) {
        expect((await page.goto(path))?.status()).toBe(500);
        await page.getByRole('heading', { name: title, level: 1 }).waitFor();
        await page.getByRole('button', { name: retry }).waitFor();
        expect([path, await accessibilityProblems(page)]).toEqual([path, []]);
      }
    } finally {
      await postgres.db.$executeRaw`ALTER TABLE attributions_away RENAME TO attributions`;
    }
  });
});
