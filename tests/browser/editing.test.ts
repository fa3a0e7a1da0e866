import { type Page } from 'playwright-core';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { curatorPassword, signedInCurator } from './signed-in';

jest.setTimeout(180_000);

const postgres = useTestDatabase({
  samples: ['ukiyo-e-sea', 'ukiyo-e-cat', 'cubist-sea', 'cubist-cat', 'pointillist-sea', 'pointillist-cat'],
});

/** The id of one of the samples. */
async function sample(at: number): Promise<string> {
  const works = await postgres.db.artwork.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  return works[at]?.id ?? '';
}
const stored = async (id: string) => {
  const work = await findArtwork(postgres.db, id);
  if (work === null) throw new Error(`The work ${id} is gone.`);
  return work;
};

describeWithBrowser('the page of a work for curators', () => {
  const site = useSite(postgres, { worker: true, env: { ADMIN_PASSWORD: curatorPassword } });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin);

  const signedIn = (options = {}) => signedInCurator(newVisitor, options);
  /** Once its scripts run. */
  const open = async (page: Page, id: string) => {
    await page.goto(`/admin/works/${id}`);
    await page.waitForLoadState('networkidle');
  };
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page
      .getByRole('main')
      .getByText(/^Saved\./)
      .waitFor();
  };

  test('saves every field, and visitors see them', async () => {
    const id = await sample(0);
    const page = await signedIn();
    await open(page, id);
    await page.getByLabel('Title 1', { exact: true }).fill('Under the Wave');
    await page.getByLabel('Language of Title 1').fill('en');
    await page.getByRole('button', { name: 'Add a title' }).click();
    await page.getByLabel('Title 2', { exact: true }).fill('神奈川沖浪裏');
    await page.getByLabel('Language of Title 2').fill('ja');
    await page.getByLabel('Date, as printed').fill('about 1831');
    await page.getByLabel('Medium').fill('Woodblock print');
    await page.getByLabel('Subjects').fill('sea; boats');
    await page.getByLabel('Statement', { exact: true }).selectOption('CC0 1.0');
    await page.getByLabel('Description 1', { exact: true }).fill('Three boats.\n\nA wave.');
    await save(page);
    expect(await stored(id)).toMatchObject({
      titles: [
        { text: 'Under the Wave', language: 'en' },
        { text: '神奈川沖浪裏', language: 'ja' },
      ],
      medium: 'Woodblock print',
      year: 1831,
      subjects: ['sea', 'boats'],
      rightsUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
      descriptions: [{ text: 'Three boats.\n\nA wave.' }],
    });
    expect(await page.getByText(/“about 1831” is filed under/).count()).toBe(1);
    await page.getByRole('link', { name: 'See it as visitors do' }).click();
    await page.getByRole('heading', { name: 'Under the Wave' }).waitFor();
    expect(takeComplaints()).toEqual([]);
  });

  test('embeds a cropped work again: other works are the nearest', async () => {
    const id = await sample(1);
    const vectors = async () => {
      const rows = await postgres.db.embedding.findMany({
        where: { artworkId: id },
        orderBy: { spaceId: 'asc' },
      });
      return rows.map(({ vector }) => Buffer.from(vector).toString('base64'));
    };
    const before = await vectors();
    const page = await signedIn();
    await open(page, id);
    const frame = page.getByRole('group', { name: 'Part that is compared' });
    await frame.focus();
    for (let press = 0; press < 20; press++) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByLabel('Width, %').inputValue()).toBe('60');
    expect(await page.getByLabel('Left, %').inputValue()).toBe('2');
    await save(page);
    expect((await stored(id)).crop).toEqual({ x: 0.02, y: 0, width: 0.6, height: 1 });
    await page.locator('[data-state="ready"]').waitFor({ state: 'attached' });
    const after = await vectors();
    expect(after).toHaveLength(before.length);
    expect(after.some((vector, at) => vector === before[at])).toBe(false);
    // Visitors still see all of it.
    await page.goto(`/works/${id}`);
    const { image } = await stored(id);
    expect(await page.locator('article img').first().getAttribute('src')).toContain(image.key);
  });

  test('of two curators asks the second about what both have changed', async () => {
    const id = await sample(2);
    const [first, second] = [await signedIn(), await signedIn()];
    for (const page of [first, second]) await open(page, id);
    await first.getByLabel('Medium').fill('Oil on canvas');
    await first.getByLabel('Subjects').fill('sea; rocks');
    await save(first);
    await second.getByLabel('Subjects').fill('sea; gulls');
    await second.getByLabel('Technique').fill('glazing');
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    const reason = second.getByRole('main').getByRole('alert');
    expect(await reason.textContent()).toMatch(/same fields.*Subjects/);
    expect(await stored(id)).toMatchObject({ technique: null, subjects: ['sea', 'rocks'] });
    expect(await second.getByLabel('Medium').inputValue()).toBe('Oil on canvas');
    expect(await second.getByLabel('Technique').inputValue()).toBe('glazing');
    expect(await second.getByText('sea; rocks').count()).toBe(1);
    expect(await accessibilityProblems(second)).toEqual([]);
    await second.getByLabel('Keep both').check();
    await save(second);
    expect(await stored(id)).toMatchObject({
      medium: 'Oil on canvas',
      technique: 'glazing',
      subjects: ['sea', 'rocks', 'gulls'],
    });
  });

  test('suggests makers by the keyboard alone, and keeps what was typed when the window closes', async () => {
    const id = await sample(3);
    const { artist } = await stored(id);
    const byAnother = { NOT: { artistNames: { has: artist ?? '' } } };
    const known = (await postgres.db.artwork.findFirstOrThrow({ where: byAnother })).artistNames[0] ?? '';
    const page = await signedIn();
    await open(page, id);
    await page.getByLabel('Name').first().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(known.slice(0, 4));
    await page.getByRole('option', { name: new RegExp(known) }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Name').first().inputValue()).toBe(known);
    await page.getByText('Unsaved changes are kept.').waitFor();
    await page.close();

    const again = await signedIn();
    await again.goto(`/admin/works/${id}`);
    await again.getByRole('link', { name: 'Continue with them' }).click();
    await again.getByText('These changes are not saved yet').waitFor();
    expect(await again.getByLabel('Name').first().inputValue()).toBe(known);
    await again.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await again
      .getByRole('main')
      .getByText(/^Saved\./)
      .waitFor();
    expect((await stored(id)).artist).toBe(known);
    expect(await postgres.db.workDraft.count({ where: { artworkId: id } })).toBe(0);
  });

  test('without JavaScript saves, keeps everything when refused, and crops by numbers', async () => {
    const id = await sample(5);
    const page = await signedIn({ javaScriptEnabled: false });
    await page.goto(`/admin/works/${id}`);
    const long = 'A long description. '.repeat(240).trim();
    await page.getByLabel('Title 2', { exact: true }).fill('A second title');
    await page.getByLabel('Description 1', { exact: true }).fill(long);
    await page.getByLabel('Height, cm').fill('tall');
    await page.getByLabel('Left, %').fill('10');
    await page.getByLabel('Top, %').fill('10');
    await page.getByLabel('Width, %').fill('80,5');
    await page.getByLabel('Height, %').fill('80');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const reason = page.getByRole('main').getByRole('alert');
    expect(await reason.textContent()).toMatch(/Dimensions must be centimetres/);
    expect(await page.getByLabel('Description 1', { exact: true }).inputValue()).toBe(long);
    expect(await page.getByLabel('Height, cm').inputValue()).toBe('tall');
    await page.getByLabel('Height, cm').fill('73,5');
    await save(page);
    expect(await stored(id)).toMatchObject({
      heightCm: 73.5,
      crop: { x: 0.1, y: 0.1, width: 0.805, height: 0.8 },
      titles: [{}, { text: 'A second title' }],
    });
  });

  test('shows a draft to curators alone', async () => {
    const id = await sample(4);
    const page = await signedIn();
    await page.goto(`/admin/works/${id}`);
    await page.getByLabel('Visibility').selectOption('draft');
    await save(page);
    await page.getByRole('link', { name: 'See it as visitors do' }).click();
    await page.getByText('Visitors do not see this work yet').waitFor();
    const picture = page.locator('article img').first();
    expect(
      await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(0);
    expect((await fetch(`${site.origin}/works/${id}`)).status).toBe(404);
    const preview = await fetch(`${site.origin}/admin/works/${id}/preview`, { redirect: 'manual' });
    expect([preview.status, await preview.text()].join()).not.toContain('not see this work yet');
    const suggestions = await fetch(`${site.origin}/admin/suggestions?field=medium&text=`);
    expect(suggestions.status).toBe(401);
    await page.goto(`/admin/works/${id}`);
    await page.getByLabel('Visibility').selectOption('published');
    await save(page);
  });

  test('works on a phone, and with a screen reader', async () => {
    const page = await signedIn(phone);
    for (const path of [`/admin/works/${await sample(0)}`, '/admin/makers']) {
      await page.goto(path);
      expect([path, await sidewaysOverflow(page)]).toEqual([path, 0]);
      expect([path, await accessibilityProblems(page)]).toEqual([path, []]);
    }
  });

  test('merges two records of one maker', async () => {
    const work = await stored(await sample(0));
    const name = work.makers[0]?.name ?? '';
    const twin = await postgres.db.maker.create({ data: { id: 'mtwin0000001', name: name.toUpperCase() } });
    await postgres.db.attribution.create({
      data: { artworkId: await sample(5), position: 9, makerId: twin.id },
    });
    const page = await signedIn();
    await page.goto('/admin/makers');
    await page.getByRole('link', { name: 'Compare and merge' }).first().click();
    await page.getByRole('button', { name: /^Merge .* into this record/ }).click();
    await page.getByText(/^Merged\./).waitFor();
    const names = [name, name.toUpperCase()];
    const kept = await postgres.db.maker.findMany({ where: { name: { in: names } } });
    expect(kept).toHaveLength(1);
    expect(kept[0]?.otherNames).toEqual(names.filter((one) => one !== kept[0]?.name));
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByLabel('Born').fill('1760');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect((await stored(work.id)).makers[0]?.birthYear).toBe(1760);
    expect(takeComplaints()).toEqual([]);
  });
});
