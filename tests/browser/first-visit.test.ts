import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { useTestDatabase } from '../support/database';
import { inPieces } from '../support/in-pieces';
import { useSite } from '../support/site';
import { useWebServer } from '../support/web-server';
import { accessibilityProblems, describeWithBrowser, phone, untilHydrated, useBrowser } from './chromium';

jest.setTimeout(180_000);

const styles = ['impressionist', 'cubist', 'ukiyo-e', 'ink-wash', 'pointillist'];
const samples = styles.flatMap((style) =>
  ['sea', 'tree', 'cat', 'bridge'].map((subject) => `${style}-${subject}`),
);
const postgres = useTestDatabase({ samples });
const picture = 'samples/works/cubist-sea.webp';
const elsewhere = useWebServer();
const slow = useWebServer();

describeWithBrowser('a first visit', () => {
  const site = useSite(postgres, { env: () => ({ VISITORS_FETCH_ALLOWED_HOSTS: elsewhere().host }) });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin);

  /** Pictures that are seen whole without scrolling. */
  const wholePictures = (page: Page) =>
    page.locator('main img').evaluateAll(
      (images) =>
        images.filter((image) => {
          const { top, bottom, width } = image.getBoundingClientRect();
          return width > 40 && top >= 0 && bottom <= innerHeight;
        }).length,
    );

  test.each([
    ['a phone', phone, 4],
    ['a tablet', { viewport: { width: 768, height: 1024 } }, 6],
    ['a desktop', { viewport: { width: 1440, height: 900 } }, 8],
  ])('begins with whole pictures beside the question on %s', async (_, options, count) => {
    const page = await newVisitor(options);
    await page.goto('/');
    expect(await wholePictures(page)).toBeGreaterThanOrEqual(count);
    const question = await page.getByText('Choose a picture', { exact: true }).boundingBox();
    expect((question?.y ?? Infinity) + (question?.height ?? 0)).toBeLessThanOrEqual(
      page.viewportSize()?.height ?? 0,
    );
  });

  test.each([
    ['a phone', phone],
    ['a desktop', { viewport: { width: 1440, height: 900 } }],
  ])('moves nothing while a page arrives in pieces on %s', async (_, options) => {
    slow().answer(inPieces(site.origin));
    const { artworks } = (await (await fetch(`${site.origin}/api/v1/artworks?limit=1`)).json()) as {
      artworks: { id: string }[];
    };
    const id = artworks[0]?.id ?? '';
    const page = await newVisitor({ ...options, baseURL: slow().origin });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Element | null }[];
        })[]) {
          const nodes = entry.sources.map(({ node }) => `${node?.nodeName} ${node?.className}`);
          if (entry.value > 0.001) moved.push(`${entry.value.toFixed(4)}: ${nodes.join(', ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['/', '/ja', '/browse', `/search?style=${id}`, `/ja/search?style=${id}&view=wall`]) {
      await page.goto(path, { waitUntil: 'load' });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
      const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
      expect({ path, moved }).toEqual({ path, moved: [] });
    }
  });

  test('is drawn before its scripts are fetched', async () => {
    const page = await newVisitor();
    await page.goto('/about');
    await untilHydrated(page.getByRole('link', { name: 'Search by picture' }));
    const { painted, scripts } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-paint')[0]?.startTime ?? Infinity,
      scripts: performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/chunks\/[^/]+\.js/.test(name))
        .map(({ startTime }) => startTime),
    }));
    expect(scripts.length).toBeGreaterThan(3);
    expect(Math.min(...scripts)).toBeGreaterThan(painted);
  });

  // 112 and 69 kB that other pages need. If this fails: scripts/japanese-fonts.mjs
  test('loads only the first part of each Japanese font', async () => {
    const page = await newVisitor();
    const parts = new Set<string>();
    page.on('request', (request) => {
      const part = /(?:mincho|jp)-(first|rest)\./.exec(request.url())?.[1];
      if (part !== undefined) parts.add(part);
    });
    await page.goto('/ja/browse');
    const work = await page.locator('main a[href*="/works/"]').first().getAttribute('href');
    const id = work?.split('/')[3];
    for (const path of ['/ja', `/ja/search?style=${id}`, `/ja/search?content=${id}`, work ?? '']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect({ path, parts: [...parts] }).toEqual({ path, parts: ['first'] });
    }
  });

  test('leads into the collection by a pair, by questions and by movements', async () => {
    const page = await newVisitor();
    await page.goto('/');
    expect(
      await page
        .getByRole('region', { name: /^Painted alike/ })
        .getByRole('listitem')
        .count(),
    ).toBe(2);
    const questions = page.getByRole('region', { name: 'Questions to try' }).getByRole('link');
    expect(await questions.count()).toBe(3);
    for (const link of await questions.all()) {
      const answer = await fetch(`${site.origin}${await link.getAttribute('href')}`);
      expect(answer.status).toBe(200);
    }
    const movement = page.getByRole('list', { name: 'Movements to walk into' }).getByRole('link').first();
    await movement.click();
    await page.waitForURL(/\/browse\?movement=/);
    expect(await page.locator('main li a[href^="/works/"]').count()).toBeGreaterThan(2);
  });

  /** Gives the page a file as the clipboard or the system's file manager would. */
  const give = async (page: Page, event: 'drop' | 'paste') => {
    const base64 = (await readFile(picture)).toString('base64');
    await page.evaluate(
      ([type, data]) => {
        const bytes = Uint8Array.from(atob(data ?? ''), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], 'sea.webp', { type: 'image/webp' }));
        const given =
          type === 'drop'
            ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(given);
      },
      [event, base64],
    );
  };

  test.each([
    ['drop', '/about'],
    ['paste', '/browse'],
    ['paste', '/ja/about'],
  ] as const)('takes a picture by %s on %s', async (event, path) => {
    const page = await newVisitor();
    await page.goto(path);
    await untilHydrated(page.locator('header a[href$="#picture-form"]'));
    await give(page, event);
    await page.waitForURL(/\/search\?style=q_/);
    expect(new URL(page.url()).pathname).toBe(path.startsWith('/ja') ? '/ja/search' : '/search');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(takeComplaints()).toEqual([]);
  });

  test.each([true, false])('searches by the address of a picture; client JavaScript: %s', async (isOn) => {
    const bytes = await readFile(picture);
    elsewhere().answer((_, response) => response.setHeader('content-type', 'image/webp').end(bytes));
    const page = await newVisitor({ javaScriptEnabled: isOn });
    await page.goto('/');
    const form = page.getByText('or give the address of one');
    if (isOn) await untilHydrated(form);
    await form.click();
    const address = page.getByRole('textbox', { name: /address/i });
    await address.fill(`${elsewhere().origin}/sea.webp`);
    await address.press('Enter');
    await page.waitForURL(/\/search\?style=q_/);
    await page.getByRole('heading', { name: 'Similar style' }).waitFor();
    expect(elsewhere().asked).toEqual(['/sea.webp']);
  });

  test('opens the form from the header of any page, and says why an address is not fetched', async () => {
    const page = await newVisitor(phone);
    await page.goto('/about');
    const link = page.getByRole('link', { name: 'Search by picture' });
    await untilHydrated(link);
    await link.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('or give the address of one').click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('textbox').fill(`${site.origin}/images/nothing.jpg`);
    await dialog.getByRole('textbox').press('Enter');
    await dialog.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/about');
  });

  test('reaches the form from any page without client JavaScript, and is told why an address is not fetched', async () => {
    const page = await newVisitor({ javaScriptEnabled: false });
    await page.goto('/browse');
    await page.getByRole('link', { name: 'Search by picture' }).click();
    await page.waitForURL(/\/#picture-form$/);
    await page.getByText('or give the address of one').click();
    await page.getByRole('textbox').fill('http://127.0.0.1/picture.jpg');
    await page.getByRole('textbox').press('Enter');
    await page.getByText(/^This address cannot be fetched from/).waitFor();
  });

  // The last ones, since they remove works.
  test.each([
    ['one work', 1],
    ['no work', 0],
  ])('of a collection with %s looks intended', async (_, left) => {
    const kept = await postgres.db.artwork.findMany({ take: left, select: { id: true } });
    await postgres.db.artwork.deleteMany({ where: { id: { notIn: kept.map(({ id }) => id) } } });
    const page = await newVisitor();
    await page.goto('/');
    expect(await page.locator('main img').count()).toBe(left);
    expect(await page.getByText(/The collection is empty/).count()).toBe(1 - left);
    for (const name of ['Questions to try', 'Movements to walk into', 'From all over the collection'])
      expect([name, await page.getByRole('heading', { name }).count()]).toEqual([name, 0]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
