import { listArtworks, updateArtwork } from '@/lib/catalog/artworks.repository';
import { workHref } from '@/lib/catalog/work-address';
import { useTestDatabase } from '../support/database';
import { testWith } from '../support/prerequisites';
import { useSite } from '../support/site';
import { describeWithBrowser, useBrowser } from './chromium';
import { startOutsideViewer } from './outside-viewer';

jest.setTimeout(60_000);

const samples = ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat'];
const postgres = useTestDatabase({ samples });

describeWithBrowser('the page of a work', () => {
  const site = useSite(postgres);
  const { newVisitor } = useBrowser(() => site.origin);
  const works = async () =>
    (await listArtworks(postgres.db, { filter: {}, sort: 'title', offset: 0, limit: 9 })).artworks;

  test('opens the zoom over the picture, by keyboard too, and moves nothing', async () => {
    const [work] = await works();
    const page = await newVisitor();
    await page.goto(work ? workHref(work) : '/');
    const title = page.getByRole('heading', { level: 1 });
    const before = await title.boundingBox();
    const open = page.getByRole('button', { name: 'Zoom', exact: true });
    await open.waitFor();
    const box = await page.locator('main img').first().boundingBox();
    await open.focus();
    await page.keyboard.press('Enter');
    const close = page.getByRole('button', { name: 'Close' });
    await close.waitFor();
    expect(await title.boundingBox()).toEqual(before);
    const viewer = page.getByRole('group', { name: /enlarged/ });
    expect(await viewer.boundingBox()).toEqual(box);
    await page.keyboard.press('Escape');
    await open.waitFor();
    await expect(open.evaluate((button) => button === document.activeElement)).resolves.toBe(true);
    expect(await title.boundingBox()).toEqual(before);
  });

  test('shows the still picture and everything else without scripts', async () => {
    const [work] = await works();
    const page = await newVisitor({ javaScriptEnabled: false });
    await page.goto(work ? workHref(work) : '/');
    expect(await page.locator('main img').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Zoom' }).count()).toBe(0);
    for (const name of ['Similar style', 'Colours', 'Using the picture', 'Cite', `More by ${work?.artist}`])
      expect([name, await page.getByRole('heading', { name, exact: true }).count()]).toEqual([name, 1]);
  });

  test('leads along the list that one came from, and back to it', async () => {
    const [first, second, third] = await works();
    const page = await newVisitor();
    await page.goto('/browse?sort=title');
    await page.getByRole('link', { name: second?.title }).first().click();
    await page.waitForURL(/at=2$/);
    await page.getByRole('link', { name: `Next: ${third?.title}` }).click();
    await page.waitForURL(/at=3$/);
    await page.getByRole('link', { name: `Previous: ${second?.title}` }).click();
    await page.waitForURL(/at=2$/);
    await page.getByRole('link', { name: `Previous: ${first?.title}` }).click();
    await page.waitForURL(/at=1$/);
    expect(await page.getByRole('link', { name: /^Previous:/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.waitForURL(/\/browse\?sort=title$/);
  });

  test('leads along a search without scripts, and is shared without the list', async () => {
    const [work] = await works();
    const page = await newVisitor({ javaScriptEnabled: false });
    await page.goto(`/search?style=${work?.id}&view=wall`);
    await page.locator('main ul a[href*="at=1"]').first().click();
    expect(new URL(page.url()).searchParams.get('from')).toBe(`/search?style=${work?.id}`);
    await page.getByRole('link', { name: /^Next:/ }).click();
    expect(new URL(page.url()).searchParams.get('at')).toBe('2');
    const mail = await page.getByRole('link', { name: 'Email' }).getAttribute('href');
    expect(new URL(mail ?? '').searchParams.get('body')).toMatch(/\/works\/[^/?]+$/);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    expect(new URL(page.url()).pathname).toBe('/search');
  });

  test('passes over a list that it cannot trust', async () => {
    const [work] = await works();
    const path = work ? workHref(work) : '/';
    for (const from of [
      '//evil.example/',
      '/admin',
      '/search?style=q_secret',
      '/browse?sort=price',
      '/browse',
    ]) {
      const answer = await fetch(`${site.origin}${path}?${new URLSearchParams({ from, at: '4' })}`);
      expect([from, answer.status, (await answer.text()).includes('Back to the list')]).toEqual([
        from,
        200,
        false,
      ]);
    }
  });

  testWith(
    ['mirador'],
    'opens in a viewer on another site, and so does a search',
    async () => {
      const [work] = await works();
      const viewer = await startOutsideViewer(process.env.MIRADOR_FILE ?? '');
      try {
        const page = await newVisitor();
        await page.goto(work ? workHref(work) : '/');
        // What the viewer gets when the link is dropped on it.
        const dropped = await page.getByRole('link', { name: /^IIIF: drag/ }).getAttribute('href');
        const manifest = new URL(dropped ?? '').searchParams.get('manifest') ?? '';
        const [opened] = await Promise.all([viewer.picture(page), viewer.open(page, manifest)]);
        expect(opened.headers()['access-control-allow-origin']).toBe('*');
        await page.getByRole('heading', { name: work?.title }).first().waitFor();
        await viewer.open(page, `${site.origin}/api/v1/search?style=${work?.id}&as=iiif`);
        await Promise.all([viewer.picture(page), viewer.openFirstOf(page, 3)]);
      } finally {
        await viewer.close();
      }
    },
    180_000,
  );

  test('says what it shows to search engines, and no title can end the block', async () => {
    const [work] = await works();
    if (!work) throw new Error('There is no sample.');
    const title = '</script><script>alert(1)</script>';
    await updateArtwork(postgres.db, work.id, { ...work, titles: [{ text: title, language: null }] });
    const blocks = async (path: string) => {
      const page = await newVisitor({ javaScriptEnabled: false });
      await page.goto(path);
      const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
      return texts.map((text) => JSON.parse(text) as Record<string, unknown>);
    };
    const [found] = await blocks(`/works/${work.id}`);
    expect(found).toMatchObject({ '@type': 'VisualArtwork', name: title, image: { '@type': 'ImageObject' } });
    expect((await blocks('/'))[0]).toMatchObject({ '@type': 'WebSite' });
    expect((await blocks('/browse?sort=title'))[0]).toMatchObject({ '@type': 'ItemList', numberOfItems: 4 });
    expect((await blocks(`/search?style=${work.id}`))[0]).toMatchObject({
      '@type': 'ItemList',
      numberOfItems: 3,
    });
  });
});
