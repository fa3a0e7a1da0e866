import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { curatorPassword, signedInCurator } from './signed-in';

jest.setTimeout(180_000);

const postgres = useTestDatabase();
const notAPicture = { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('notes, no picture') };

describeWithBrowser('a curator', () => {
  describe('on a new site', () => {
    const site = useSite(postgres, { worker: true, env: { ADMIN_PASSWORD: curatorPassword } });
    const { newVisitor, takeComplaints } = useBrowser(() => site.origin);

    const signedIn = (options = {}) => signedInCurator(newVisitor, options);

    test('signs in, adds a work, and finds it in the results within seconds', async () => {
      const page = await signedIn();
      await page.getByLabel('Picture', { exact: true }).setInputFiles('samples/works/pointillist-sea.webp');
      await page.getByLabel('Title').fill('Regatta');
      await page.getByLabel('Artist').fill('Armand Tessier');
      await page.getByLabel('Date, as printed').fill('about 1890');
      await page.getByRole('button', { name: 'Add to the collection' }).click();
      await page.getByRole('heading', { name: 'Edit Regatta' }).waitFor();
      expect(await page.getByText(/“about 1890” is filed under \d{4}/).count()).toBe(1);
      await page.goto('/admin');
      const entry = page.getByRole('listitem').filter({ hasText: 'Regatta' });
      await entry.getByText('Searchable', { exact: true }).waitFor();

      await page.goto('/');
      await page.getByLabel('Choose a picture').setInputFiles('samples/works/pointillist-sea.webp');
      await page.getByRole('heading', { name: 'Similar style' }).waitFor();
      const hits = page.getByRole('list', { name: 'Similar style' });
      expect(await hits.textContent()).toContain('Regatta');
      expect(takeComplaints()).toEqual([]);
    });

    test('sees that a picture is there already', async () => {
      const page = await signedIn();
      await page.getByLabel('Picture', { exact: true }).setInputFiles('samples/works/pointillist-sea.webp');
      await page.getByLabel('Title').fill('Regatta again');
      await page.getByRole('button', { name: 'Add to the collection' }).click();
      await page.getByText('This picture is already in the collection.').waitFor();
    });

    test.each([true, false])('loses nothing typed when a picture is refused (JavaScript: %s)', async (on) => {
      const page = await signedIn({ javaScriptEnabled: on });
      await page.getByLabel('Picture', { exact: true }).setInputFiles(notAPicture);
      await page.getByLabel('Title').fill('A long title “with quotes” 富士');
      await page.getByLabel('Artist').fill('富嶽; “quoted”');
      await page.getByRole('button', { name: 'Add to the collection' }).click();
      const reason = page.getByRole('main').getByRole('alert');
      expect(await reason.textContent()).toMatch(/Allowed: still JPEG/);
      expect(await page.getByLabel('Title').inputValue()).toBe('A long title “with quotes” 富士');
      expect(await page.getByLabel('Artist').inputValue()).toBe('富嶽; “quoted”');

      const picture = await painted(200, 150).png().toBuffer();
      await page
        .getByLabel('Picture', { exact: true })
        .setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: picture });
      await page.getByLabel('Title').fill(`Accepted then ${on}`);
      await page.getByRole('button', { name: 'Add to the collection' }).click();
      await page.waitForURL(/\/admin(\/works\/\w+\?saved=|\?known=)/);
    });

    test('is refused with a wrong password, and can try again', async () => {
      const page = await newVisitor();
      await page.goto('/admin');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      const reason = page.getByRole('main').getByRole('alert');
      expect(await reason.textContent()).toMatch(/not the curator password/);
      await page.getByLabel('Password').fill(curatorPassword);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Curators' }).waitFor();
    });

    test('works on a phone, and with a screen reader', async () => {
      const page = await signedIn(phone);
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    test('is the only one who can add works', async () => {
      const form = new FormData();
      form.set('title', 'Intruder');
      form.set('picture', new Blob([new Uint8Array(await painted().png().toBuffer())]), 'p.png');
      const post = (headers: HeadersInit) =>
        fetch(`${site.origin}/admin/works/create`, {
          method: 'POST',
          body: form,
          headers,
          redirect: 'manual',
        });
      expect((await post({ accept: 'application/json' })).status).toBe(401);
      expect((await post({ accept: 'application/json', 'sec-fetch-site': 'cross-site' })).status).toBe(400);
      expect(await postgres.db.artwork.count({ where: { title: 'Intruder' } })).toBe(0);
    });
  });
});
