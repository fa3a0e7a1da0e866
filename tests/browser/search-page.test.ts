import { type Page } from 'playwright-core';
import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { bytesToVector } from '@/lib/catalog/vector-bytes';
import { addWork } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, untilHydrated, useBrowser } from './chromium';
import { readyFrame } from './search-by-detail';

jest.setTimeout(180_000);

const postgres = useTestDatabase({ samples: ['ukiyo-e-sea', 'cubist-sea', 'impressionist-sea'] });
const added = 57;
/** Of these, those that are near: they fill a page. */
const near = 30;

describeWithBrowser('a visitor on the search page', () => {
  const site = useSite(postgres);
  const { newVisitor } = useBrowser(() => site.origin);
  let id = '';
  let nearId = '';

  // Works that are all as near as one of the samples, and then as many as can be far from it, one for each fifth year
  // from 1600.
  beforeAll(async () => {
    const { db } = postgres;
    const [asked, copied] = await db.artwork.findMany({ orderBy: { title: 'asc' }, take: 2 });
    id = asked?.id ?? '';
    nearId = copied?.id ?? '';
    const embeddings = await db.embedding.findMany({ where: { artworkId: copied?.id ?? '' } });
    const vectors = embeddings.map(({ spaceId, vector }) => ({ spaceId, vector: bytesToVector(vector) }));
    const opposite = vectors.map(({ spaceId, vector }) => ({ spaceId, vector: vector.map((one) => -one) }));
    for (let at = 0; at < added; at++) {
      const year = 1600 + 5 * at;
      const artist = at % 2 === 0 ? 'Katsushika Hokusai' : 'Utagawa Hiroshige';
      const work = await addWork(db, { title: `Added ${at}`, artist, dateText: String(year), year });
      await saveEmbeddings(db, work.id, at < near ? vectors : opposite);
    }
  });

  const tiles = (page: Page) =>
    page.getByRole('list', { name: 'Works that match' }).locator('a[href^="/works/"]');
  const address = (rest: string) => `/search?style=${id}${rest}`;

  test('gets more rows by scrolling, and comes back from a work to the same place', async () => {
    const page = await newVisitor();
    await page.goto(address('&view=wall'));
    await tiles(page).nth(23).waitFor();
    expect(await tiles(page).count()).toBe(24);
    await page.getByRole('link', { name: /^More works/ }).scrollIntoViewIfNeeded();
    await tiles(page).nth(47).waitFor();
    await tiles(page).nth(40).scrollIntoViewIfNeeded();
    await page.waitForURL(/page=2/);
    const href = await tiles(page).nth(40).getAttribute('href');
    await tiles(page).nth(40).click();
    await page.waitForURL((url) => `${url.pathname}${url.search}` === href);
    await page.goBack();
    await page.waitForURL(/page=2/);
    await tiles(page).nth(47).waitFor();
    expect(await tiles(page).nth(40).getAttribute('href')).toBe(href);
    await page.waitForFunction((wanted) => {
      const box = document.querySelector(`a[href="${wanted}"]`)?.getBoundingClientRect();
      return box !== undefined && box.bottom > 0 && box.top < innerHeight;
    }, href);
  });

  test('draws the line before weak matches once, on whichever page they begin', async () => {
    const page = await newVisitor({ viewport: { width: 1280, height: 720 } });
    const line = page.getByText('Matches from here on are weak:');
    await page.goto(`/search?style=${nearId}&view=wall`);
    await tiles(page).nth(23).waitFor();
    expect(await line.count()).toBe(0);
    for (const last of [47, 58]) {
      await page.getByRole('link', { name: /^More works/ }).scrollIntoViewIfNeeded();
      await tiles(page).nth(last).waitFor();
    }
    const drawn = line.filter({ visible: true });
    expect(await drawn.count()).toBe(1);
    const before = await drawn.evaluate(
      (node) =>
        [...(node.closest('ul')?.querySelectorAll('a[href^="/works/"]') ?? [])].filter(
          (tile) => tile.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING,
        ).length,
    );
    expect(before).toBeGreaterThanOrEqual(near);
    expect(before).toBeLessThan(near + 3);
    // A page that begins with weak matches does not say that all are weak.
    await page.goto(`/search?style=${nearId}&view=wall&page=3`);
    await line.waitFor();
    expect(await page.getByText('All of these matches are weak:').count()).toBe(0);
  });

  test('finds further pages by links without client JavaScript', async () => {
    const page = await newVisitor({ javaScriptEnabled: false });
    await page.goto(address('&view=wall'));
    const first = await tiles(page).first().getAttribute('href');
    await page.getByRole('link', { name: /^More works/ }).click();
    await page.waitForURL(/page=2/);
    expect(await tiles(page).count()).toBe(24);
    expect(await tiles(page).first().getAttribute('href')).not.toBe(first);
    await page.getByRole('link', { name: /Nearer works/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('page'));
    expect(await tiles(page).first().getAttribute('href')).toBe(first);
  });

  test('is offered artists and titles while typing, and takes one by keys', async () => {
    const page = await newVisitor();
    await page.goto(address(''));
    await page.locator('summary', { hasText: 'Words' }).click();
    const field = page.getByRole('combobox', { name: /^Search titles/ });
    await field.pressSequentially('hokusia');
    const option = page.getByRole('option', { name: /Katsushika Hokusai/ });
    await option.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await field.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await field.press('Escape');
    await option.waitFor({ state: 'detached' });
    // Escape has closed the list and not the menu.
    expect(await field.isVisible()).toBe(true);
    await field.press('ArrowDown');
    await option.waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.waitForURL(/artist=Katsushika\+Hokusai/);
    await page.getByRole('link', { name: /^Katsushika Hokusai.*remove this filter/ }).waitFor();
  });

  test('finds words without suggestions and without client JavaScript', async () => {
    const page = await newVisitor({ javaScriptEnabled: false });
    await page.goto(address('&view=wall'));
    await page.locator('summary', { hasText: 'Words' }).click();
    await page.getByLabel(/^Search titles/).fill('hiroshige');
    await page.getByLabel(/^Search titles/).press('Enter');
    await page.waitForURL(/q=hiroshige/);
    expect(await page.getByText('Utagawa Hiroshige').count()).toBeGreaterThan(20);
  });

  test('narrows by a colour, whose count is kept', async () => {
    const page = await newVisitor();
    await page.goto(address('&view=wall'));
    await page.locator('summary', { hasText: /^Colour$/ }).click();
    const value = page.locator('.facet-values input[name="colour"]').first();
    const colour = await value.getAttribute('value');
    const count = Number(await value.locator('xpath=../small').textContent());
    await untilHydrated(value);
    await value.check();
    await page.waitForURL(/colour=/);
    const answer = await fetch(`${site.origin}/api/v1${address(`&colour=${colour}`)}`);
    expect(((await answer.json()) as { total: number }).total).toBe(count);
  });

  test.each([true, false])(
    'sees when works were made, in a range of years (scripts: %s)',
    async (javaScriptEnabled) => {
      const page = await newVisitor({ javaScriptEnabled });
      await page.goto(address('&view=timeline'));
      const periods = page.getByRole('region').filter({ has: page.getByRole('heading', { name: /–/ }) });
      expect(await periods.count()).toBeGreaterThan(5);
      await page.locator('summary', { hasText: 'Years' }).click();
      await page.getByLabel('From', { exact: true }).fill('1700');
      await page.getByLabel('To', { exact: true }).fill('1719');
      await page.getByLabel('To', { exact: true }).press('Enter');
      await page.waitForURL(/from=1700&to=1719/);
      await page.getByRole('heading', { name: /^1700–1709/ }).waitFor();
      await page.getByRole('heading', { name: /^1600–/ }).waitFor({ state: 'detached' });
      expect(await periods.count()).toBe(2);
      expect(await page.getByRole('link', { name: /^Add the style of Added 2/ }).count()).toBe(4);
    },
  );

  test('finds every value of a facet on a page of its own, and what is wrong with one that is not there', async () => {
    const page = await newVisitor({ javaScriptEnabled: false });
    await page.goto(`/search/values?style=${id}&of=artist`);
    await page.getByRole('checkbox', { name: /^Utagawa Hiroshige/ }).check();
    await page.getByRole('button', { name: 'Show works' }).click();
    await page.waitForURL(/\/search\?style=[0-9a-z]+&artist=Utagawa/);
    expect((await fetch(`${site.origin}/search/values?style=${id}&of=price`)).status).toBe(400);
    expect((await fetch(`${site.origin}/browse/values?of=colour`)).status).toBe(200);
  });

  test('moves a weight by a finger', async () => {
    const page = await newVisitor(phone);
    await page.goto(address(''));
    await page.locator('summary', { hasText: 'Adjust what counts' }).tap();
    const slider = page.getByRole('slider', { name: 'Composition' });
    await untilHydrated(slider);
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (!box) throw new Error('The slider is not there.');
    await page.touchscreen.tap(box.x + box.width - 2, box.y + box.height / 2);
    await page.waitForURL(/content=/);
    expect(Number(await slider.inputValue())).toBeGreaterThan(50);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('content='));
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name^="content~"]')?.value === '0',
    );
  });

  test.each([true, false])(
    'keeps works in a light box, adds one to the question and shares it (scripts: %s)',
    async (javaScriptEnabled) => {
      const page = await newVisitor({ javaScriptEnabled });
      await page.goto(address('&view=wall'));
      const keep = page.getByRole('button', { name: /^Keep Added \d+ in the light box$/ });
      const name = (await keep.first().getAttribute('aria-label')) ?? '';
      if (javaScriptEnabled) {
        await untilHydrated(keep.first());
        await keep.first().click();
        await page.getByRole('button', { name, pressed: true }).waitFor();
        await page.getByRole('link', { name: 'Light box, 1 work' }).waitFor();
        await keep.nth(1).click();
        await page.getByRole('link', { name: 'Light box, 2 works' }).waitFor();
        await keep.nth(1).click();
        await page.getByRole('link', { name: 'Light box, 1 work' }).waitFor();
      } else await keep.first().click();
      await page.goto(address('&view=wall'));
      await page.getByRole('link', { name: 'Add from the light box' }).click();
      await page.getByRole('link', { name: /^Add the composition of Added/ }).click();
      await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.has('content'));
      await page.goto('/lightbox');
      await page.getByRole('link', { name: 'Address to share' }).click();
      await page.waitForURL(/\/lightbox\?works=[0-9a-z]+$/);
      const other = await newVisitor({ javaScriptEnabled: false });
      await other.goto(page.url());
      await other.getByRole('button', { name: 'Keep all of these' }).click();
      await other.waitForURL((url) => url.pathname === '/lightbox' && url.search === '');
      expect(await other.getByRole('list', { name: 'Works in the light box' }).locator('cite').count()).toBe(
        1,
      );
      await other.getByRole('button', { name: /^Remove Added/ }).click();
      await other.getByText('The light box is empty.').waitFor();
    },
  );

  test('gives a light box as a IIIF collection, and refuses an address that can be none', async () => {
    const named = `/lightbox?works=${nearId},nosuchwork,${id}`;
    const answer = await fetch(`${site.origin}/api/v1${named}&as=iiif`);
    const { type, items } = (await answer.json()) as { type: string; items: { id: string }[] };
    expect(type).toBe('Collection');
    expect(items.map((one) => new URL(one.id).pathname)).toEqual(
      [nearId, id].map((work) => `/api/v1/artworks/${work}`),
    );
    for (const path of ['/lightbox?works=a,../b', '/lightbox?with=style%3Da~9', '/api/v1/lightbox'])
      expect([path, (await fetch(`${site.origin}${path}`)).status]).toEqual([path, 400]);
  });

  test('frames a detail by a finger', async () => {
    const page = await newVisitor(phone);
    await page.goto(address(''));
    await page.getByRole('link', { name: 'Search by a detail' }).tap();
    const frame = await readyFrame(page);
    await frame.scrollIntoViewIfNeeded();
    const box = await frame.boundingBox();
    if (!box) throw new Error('The frame is not there.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x, y }]);
    for (const step of [0.1, 0.2, 0.3]) await touch('touchMove', [{ x: x - box.width * step, y }]);
    await touch('touchEnd', []);
    await page.getByRole('button', { name: 'Search by this detail' }).click();
    await page.waitForURL(/\/search\?style=[0-9a-z]+@/);
    const [left = 100, top, width, height] = new URL(page.url()).search
      .replace(/^.*@/, '')
      .split(',')
      .map(Number);
    expect(left).toBeLessThan(10);
    expect([top, width, height]).toEqual([20, 60, 60]);
  });
});
