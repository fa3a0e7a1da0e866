import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { painted, svg } from '../bad-input/pictures';
import { onWall } from '../support/on-wall';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { testNetwork } from '../support/test-network';
import { describeWithBrowser, useBrowser } from './chromium';
import { testSearchByDetail } from './search-by-detail';

jest.setTimeout(180_000);

const uploadAddress = /\/search\?style=q_[A-Za-z0-9]{22}$/;
const styles = ['impressionist', 'cubist', 'ukiyo-e'];
const samples = styles.flatMap((style) => ['sea', 'tree', 'bridge'].map((subject) => `${style}-${subject}`));
const postgres = useTestDatabase({ samples });

const seaByAnImpressionist = () => readFile('samples/works/impressionist-sea.webp');
const titlesIn = (page: Page, column: string) =>
  page.getByRole('list', { name: column }).getByRole('listitem').locator('cite').allTextContents();

describeWithBrowser('a visitor with a picture', () => {
  describe('on a site with works', () => {
    const site = useSite(postgres);
    const visitors = useBrowser(() => site.origin);
    const { newVisitor, takeComplaints } = visitors;
    let workId = '';

    beforeAll(async () => {
      const work = await postgres.db.artwork.findFirst({ where: { title: 'The Red Jib, Morning' } });
      workId = work?.id ?? '';
    });

    const chooseSea = async (page: Page) => {
      const file = { name: 'sea.webp', mimeType: 'image/webp', buffer: await seaByAnImpressionist() };
      await page.getByLabel('Choose a picture').setInputFiles(file);
    };

    test('sees similar content beside similar style, at an address that shows a friend the same', async () => {
      const page = await newVisitor();
      await page.goto('/');
      await chooseSea(page);
      await page.waitForURL(uploadAddress);
      await page.getByRole('heading', { name: 'Similar style' }).waitFor();
      const style = await titlesIn(page, 'Similar style');
      const content = await titlesIn(page, 'Similar composition and light');
      expect(style).toHaveLength(samples.length);
      // The very picture is in the collection; and a picture's style and content are not the same order.
      expect(style[0]).toBe('The Red Jib, Morning');
      expect(content[0]).toBe('The Red Jib, Morning');
      expect(style).not.toEqual(content);
      expect(await page.getByText(/^Kept until/).count()).toBe(1);
      expect(await page.getByText(new RegExp(`ranked by ${testNetwork.shownAs}`)).count()).toBe(1);

      const friend = await newVisitor();
      await friend.goto(page.url());
      expect(await titlesIn(friend, 'Similar style')).toEqual(style);
      expect(await titlesIn(friend, 'Similar composition and light')).toEqual(content);
      expect(takeComplaints()).toEqual([]);
    });

    test('needs no client JavaScript for it', async () => {
      const page = await newVisitor({ javaScriptEnabled: false });
      await page.goto('/');
      await chooseSea(page);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.waitForURL(uploadAddress);
      expect((await titlesIn(page, 'Similar style'))[0]).toBe('The Red Jib, Morning');
      await page.locator('summary', { hasText: 'Adjust what counts' }).click();
      await page.getByRole('slider', { name: 'Style' }).fill('70');
      await page.getByRole('slider', { name: 'Composition' }).fill('30');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.waitForURL(/style=q_\w+~0\.7&content=q_\w+~0\.3/);
      await page.locator('summary', { hasText: 'Movement' }).click();
      await page.getByRole('checkbox', { name: /^Cubism/ }).check();
      await page.getByRole('button', { name: 'Show works' }).click();
      await page.waitForURL(/style=q_\w+(~|%7E)0\.7&content=q_\w+(~|%7E)0\.3&movement=Cubism(&|$)/);
    });

    test('who photographs a painting on a wall searches with the painting alone, or with all of it', async () => {
      const page = await newVisitor();
      await page.goto('/');
      const { photograph } = await onWall(await seaByAnImpressionist());
      const file = { name: 'museum.jpg', mimeType: 'image/jpeg', buffer: photograph };
      await page.getByLabel('Choose a picture').setInputFiles(file);
      await page.waitForURL(uploadAddress);
      const alone = page.url();
      await page.getByText('This is the painting found in your photograph.').waitFor();
      expect((await titlesIn(page, 'Similar style'))[0]).toBe('The Red Jib, Morning');
      await page.getByRole('link', { name: 'Search with the whole photograph' }).click();
      await page.getByText('A painting was found in this photograph.').waitFor();
      expect(page.url()).toMatch(uploadAddress);
      expect(page.url()).not.toBe(alone);
      await page.getByRole('link', { name: 'Search with the painting alone' }).click();
      await page.waitForURL(alone);
      expect(takeComplaints()).toEqual([]);
    });

    test('can drop it anywhere on the page, or paste it', async () => {
      for (const way of ['drop', 'paste'] as const) {
        const page = await newVisitor();
        await page.goto('/about');
        await page.goto('/');
        const bytes = [...(await seaByAnImpressionist())];
        await page.getByRole('heading', { level: 1 }).evaluate(
          (heading, { how, content }) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(content)], 'sea.webp', { type: 'image/webp' }));
            const options = { bubbles: true, cancelable: true };
            heading.dispatchEvent(
              how === 'drop'
                ? new DragEvent('drop', { ...options, dataTransfer: transfer })
                : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
            );
          },
          { how: way, content: bytes },
        );
        await page.waitForURL(uploadAddress);
      }
    });

    test('is told why a picture is refused and what is allowed, and can send another', async () => {
      const page = await newVisitor();
      await page.goto('/');
      const drawing = { name: 'painting.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(svg) };
      await page.getByLabel('Choose a picture').setInputFiles(drawing);
      const reason = page.getByRole('main').getByRole('alert');
      expect(await reason.textContent()).toMatch(/SVG.*Allowed: still JPEG, PNG, WebP/);
      await chooseSea(page);
      await page.waitForURL(uploadAddress);
    });

    test('is told so without client JavaScript too', async () => {
      const page = await newVisitor({ javaScriptEnabled: false });
      await page.goto('/');
      const drawing = { name: 'painting.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(svg) };
      await page.getByLabel('Choose a picture').setInputFiles(drawing);
      const answer = page.waitForResponse((response) => response.url().endsWith('/query'));
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      expect((await answer).status()).toBe(303);
      const reason = page.getByRole('main').getByRole('alert');
      expect(await reason.textContent()).toMatch(/SVG.*Allowed: still JPEG, PNG, WebP/);
    });

    test('takes a picture that is chosen before the scripts of the page have come', async () => {
      const page = await newVisitor();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/_next/static/chunks/*.js', async (route) => {
        await held;
        await route.continue();
      });
      const coming = page.goto('/');
      await chooseSea(page);
      release();
      await coming;
      await page.waitForURL(uploadAddress);
    });

    test('does not send what is larger than allowed', async () => {
      const page = await newVisitor();
      await page.goto('/');
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.url()));
      await page.getByLabel('Choose a picture').evaluate((input: HTMLInputElement) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(26 * 2 ** 20)], 'scan.tif', { type: 'image/tiff' }));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      expect(await page.getByRole('main').getByRole('alert').textContent()).toMatch(
        /26\.0 MB\. The limit is 25 MB/,
      );
      expect(sent.filter((url) => url.endsWith('/query'))).toEqual([]);
    });

    test('can send one larger than 10 MB, which Next.js by itself would cut', async () => {
      const large = await painted(2200, 1800).png({ compressionLevel: 0 }).toBuffer();
      expect(large.byteLength).toBeGreaterThan(11 * 2 ** 20);
      const form = new FormData();
      form.set('picture', new Blob([new Uint8Array(large)], { type: 'image/png' }), 'large.png');
      const answer = await fetch(`${site.origin}/query`, { method: 'POST', body: form, redirect: 'manual' });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toMatch(uploadAddress);
    });

    test('goes by keyboard alone from the picture to results to a work', async () => {
      const page = await newVisitor();
      // Listened for before the page is there: the browser must know of it well before the key is pressed.
      const chooser = page.waitForEvent('filechooser');
      await page.goto('/');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('picture');
      await page.keyboard.press('Enter');
      await (await chooser).setFiles('samples/works/impressionist-sea.webp');
      await page.waitForURL(uploadAddress);
      const first = page.getByRole('list', { name: 'Similar style' }).getByRole('link').first();
      await first.waitFor();
      await tabTo(page, () => first.evaluate((link) => link === document.activeElement));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/works\/[0-9a-z]+\/[\w-]+$/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The Red Jib, Morning');
    });

    testSearchByDetail(visitors, () => workId);

    test('searches by colours picked by hand, without client JavaScript too', async () => {
      const page = await newVisitor({ javaScriptEnabled: false });
      await page.goto(`/search?style=${workId}`);
      await page.locator('summary', { hasText: 'Add colours' }).click();
      await page.getByLabel('Colour 1', { exact: true }).fill('#aa5500');
      await page.getByLabel('Share of Colour 2').fill('25');
      await page.getByRole('button', { name: 'Search by these colours' }).click();
      await page.waitForURL(/\/search\?style=[0-9a-z]+&palette=aa5500:50,[0-9a-f]{6}:25$/);
      await page.getByRole('link', { name: 'Remove Colours picked by hand from the question' }).click();
      await page.waitForURL(/\/search\?style=[0-9a-z]+$/);
    });

    test('weighs style and composition by keys, narrows by facets, goes back, and goes on from a hit', async () => {
      const page = await newVisitor();
      await page.goto('/');
      await chooseSea(page);
      await page.waitForURL(uploadAddress);
      await page.locator('summary', { hasText: 'Movement' }).click();
      const cubism = page.getByRole('checkbox', { name: /^Cubism/ });
      await cubism.check();
      await page.waitForURL(/movement=Cubism/);
      const chip = page.getByRole('link', { name: /^Cubism.*remove this filter/ });
      await chip.waitFor();
      await expect(titlesIn(page, 'Similar style')).resolves.toHaveLength(3);
      // The menu stays open, and what is checked there follows the address.
      await page.goBack();
      await page.waitForURL(uploadAddress);
      await chip.waitFor({ state: 'detached' });
      expect(await cubism.isChecked()).toBe(false);
      await page.goForward();
      await page.waitForURL(/movement=Cubism/);
      await chip.waitFor();
      expect(await cubism.isChecked()).toBe(true);

      await page.locator('summary', { hasText: 'Adjust what counts' }).click();
      const composition = page.getByRole('slider', { name: 'Composition' });
      expect(await composition.getAttribute('aria-valuetext')).toBe('does not count');
      await composition.press('End');
      await page.waitForURL(/style=q_\w+&content=q_\w+&movement=Cubism/);
      expect(await composition.getAttribute('aria-valuetext')).toBe('near');
      const results = page.getByRole('list', { name: 'Works that match' });
      const hits = results
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: /^Search from/ }) });
      const second = await hits
        .nth(1)
        .getByRole('link', { name: /^Add the style of/ })
        .getAttribute('href');
      await hits
        .nth(1)
        .getByRole('link', { name: /^Add the style of/ })
        .click();
      await page.waitForURL((url) => `${url.pathname}${url.search}` === second);
      await page
        .getByRole('link', { name: /^Remove .* from the question/ })
        .nth(1)
        .waitFor();
      await hits
        .first()
        .getByRole('link', { name: /^Search from/ })
        .click();
      await page.waitForURL(/\/search\?style=[0-9a-z]+$/);
    });
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await reached()) return;
  }
  throw new Error('80 presses of Tab do not lead there.');
}
