import path from 'node:path';
import { type Page } from 'playwright-core';
import { findArtwork, listArtworks, updateArtwork } from '@/lib/catalog/artworks.repository';
import { inTransaction } from '@/lib/catalog/database';
import { deleteWorks } from '@/lib/curation/deletion';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { gafuAt, usePlace } from '../backup/places';
import { painted } from '../bad-input/pictures';
import { someDetails } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { withClient } from '../support/test-server';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { curatorPassword, signedInCurator } from './signed-in';

jest.setTimeout(180_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat'] });

/** What makes works the same as another site's. */
const worksIn = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<object>(
      `SELECT id, titles, artist_names, subjects, medium, technique, publication, image_key, created_at
       FROM artworks WHERE deleted_at IS NULL ORDER BY id`,
    );
    return rows;
  });

describeWithBrowser('the works list', () => {
  const site = useSite(postgres, { env: { ADMIN_PASSWORD: curatorPassword } });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin);

  // The compact network, which is there without a download.
  const empty = usePlace({ env: { GAFU_RECIPE: 'lite' } });

  const open = async (address: string, options = {}) => {
    const page = await signedInCurator(newVisitor, options);
    await page.goto(address);
    return page;
  };
  const tick = (page: Page, title: string) => page.getByLabel(`Select “${title}”`).check();
  const choose = async (page: Page, what: string) => {
    await page.getByLabel('What to do with the selected works').selectOption(what);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  const work = async (index: number) => {
    const { artworks } = await listArtworks(postgres.db, {
      filter: {},
      sort: 'title',
      offset: index,
      limit: 1,
    });
    const [found] = artworks;
    if (!found) throw new Error(`There is no public work ${index}.`);
    return found;
  };
  const statusOf = async (path: string) => (await fetch(site.origin + path)).status;

  test.each([true, false])('edits many works after a preview (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await open('/admin/works', { javaScriptEnabled });
    const [first, second] = [await work(0), await work(1)];
    const value = `Exhibition ${javaScriptEnabled}`;
    await tick(page, first.title);
    await tick(page, second.title);
    await choose(page, 'Edit a field');
    await page.getByRole('heading', { name: 'Edit 2 works' }).waitFor();
    await page.getByLabel('Field', { exact: true }).selectOption('Subjects: add');
    await page.getByLabel('Value').fill(value);
    await page.getByRole('button', { name: 'Show the changes' }).click();
    await page.getByText('2 works change.').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: first.title }).textContent()).toContain(
      [...first.subjects, value].join('; '),
    );
    expect((await findArtwork(postgres.db, first.id))?.subjects).toEqual(first.subjects);
    await page.getByRole('button', { name: 'Change 2 works' }).click();
    await page.getByText('2 works were changed.').waitFor();
    expect((await findArtwork(postgres.db, first.id))?.subjects).toEqual([...first.subjects, value]);
    expect(takeComplaints()).toEqual([]);
  });

  test('writes nothing over what another curator has changed meanwhile, and shows the preview again', async () => {
    const { id, title, ...details } = await work(0);
    const page = await open(`/admin/works/change?do=edit&edit=medium.set&value=tempera&work=${id}`);
    await updateArtwork(postgres.db, id, { ...details, technique: 'of another curator' });
    await page.getByRole('button', { name: 'Change 1 work' }).click();
    await page.getByText('Nothing was changed.').waitFor();
    expect((await findArtwork(postgres.db, id))?.medium).toBe(details.medium);
    await page.getByRole('button', { name: 'Change 1 work' }).click();
    await page.getByText('1 work was changed.').waitFor();
    expect(await findArtwork(postgres.db, id)).toMatchObject({
      title,
      medium: 'tempera',
      technique: 'of another curator',
    });
  });

  test('withdraws a work, whose address then says so', async () => {
    const { id, title } = await work(2);
    const page = await open('/admin/works');
    await tick(page, title);
    await choose(page, 'Withdraw');
    await page.getByRole('button', { name: 'Withdraw 1 work' }).click();
    await page.getByText('1 work was withdrawn.').waitFor();
    expect(await statusOf(`/works/${id}`)).toBe(410);
    await page.goto('/admin/works?publication=withdrawn');
    expect(await page.getByRole('row').filter({ hasText: title }).textContent()).toContain('Withdrawn');
  });

  test('deletes a work and restores it from the bin', async () => {
    const { id, title } = await work(1);
    const page = await open('/admin/works');
    await tick(page, title);
    await choose(page, 'Delete');
    await page.getByRole('button', { name: 'Delete 1 work' }).click();
    await page.getByText('1 work was deleted.').waitFor();
    expect(await statusOf(`/works/${id}`)).toBe(410);
    await page.getByRole('link', { name: /in the bin for 30 days/ }).click();
    const row = page.getByRole('row').filter({ hasText: title });
    expect(await row.textContent()).toContain('30 days left');
    await tick(page, title);
    await choose(page, 'Restore');
    await page.getByRole('button', { name: 'Restore 1 work' }).click();
    await page.getByText('1 work was restored.').waitFor();
    expect(await statusOf(`/works/${id}`)).toBe(200);
  });

  test('gives a work another picture, but not that of another work', async () => {
    const { id, image } = await work(0);
    const other = await addArtwork(await painted(77, 90).png().toBuffer(), someDetails({ title: 'Other' }));
    const page = await open(`/admin/works/${id}/picture`);
    const replaceWith = async (seed: number) => {
      const buffer = await painted(seed, 90).png().toBuffer();
      await page.getByLabel('New picture').setInputFiles({ name: 'new.png', mimeType: 'image/png', buffer });
      await page.getByRole('button', { name: 'Replace the picture' }).click();
    };
    await replaceWith(77);
    await page.getByRole('alert').getByText('Other').waitFor();
    expect((await findArtwork(postgres.db, id))?.image.key).toBe(image.key);
    await replaceWith(78);
    await page.getByText('The picture was replaced.').waitFor();
    const after = await findArtwork(postgres.db, id);
    expect(after).toMatchObject({ id, state: 'pending', isPublic: true });
    expect([image.key, other.artwork.image.key]).not.toContain(after?.image.key);
  });

  test('offers to restore the deleted work that holds a picture which is added again', async () => {
    const buffer = await painted(79, 90).png().toBuffer();
    const { artwork } = await addArtwork(buffer, someDetails({ title: 'Lost and found' }));
    await inTransaction(postgres.db, (transaction) => deleteWorks(transaction, [artwork.id]));
    const page = await open('/admin');
    await page
      .getByLabel('Picture', { exact: true })
      .setInputFiles({ name: 'again.png', mimeType: 'image/png', buffer });
    await page.getByLabel('Title').fill('Found');
    await page.getByRole('button', { name: 'Add to the collection' }).click();
    await page.getByText('This picture belongs to “Lost and found”, which was deleted.').waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('heading', { name: 'Edit Lost and found' }).waitFor();
    expect(await statusOf(`/works/${artwork.id}`)).toBe(200);
  });

  test('works on a phone, and with a screen reader', async () => {
    const { id } = await work(0);
    const page = await open('/admin/works', phone);
    for (const address of [
      '/admin/works',
      `/admin/works/change?do=edit&work=${id}`,
      `/admin/works/${id}/picture`,
    ]) {
      await page.goto(address);
      expect([address, await sidewaysOverflow(page)]).toEqual([address, 0]);
      expect([address, await accessibilityProblems(page)]).toEqual([address, []]);
    }
  });

  test.each([true, false])('is sorted as chosen (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await open('/admin/works', { javaScriptEnabled });
    await page.getByLabel('Sort by').selectOption('Title');
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Sort' }).click();
    await page.waitForURL(/\/admin\/works\?sort=title$/);
    await page.getByRole('heading', { name: 'Works', level: 1 }).waitFor();
  });

  test('is downloaded with its pictures, and makes the same works in an empty site', async () => {
    const page = await open('/admin/works');
    await page.getByRole('link', { name: 'Export these works' }).click();
    await page.getByLabel('JSON Lines').check();
    await page.getByLabel(/^With the pictures/).check();
    const begun = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const download = await begun;
    expect(download.suggestedFilename()).toBe('works.tar');
    const file = path.join(empty.dataDir, 'works.tar');
    await download.saveAs(file);
    const { code, output } = await gafuAt(empty, 'add', file);
    expect({ code, output }).toMatchObject({ code: 0 });
    const works = await worksIn(postgres.url);
    expect(works.length).toBeGreaterThan(0);
    expect(await worksIn(empty.url)).toEqual(works);
    expect(takeComplaints()).toEqual([]);
  });

  test('says what is wrong with an address', async () => {
    const page = await open('/admin/works?publication=hidden');
    await page.getByText('allowed is draft, published, withdrawn').waitFor();
  });
});
