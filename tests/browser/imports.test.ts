import { type Page } from 'playwright-core';
import { findImportRun, listImportRuns } from '@/lib/catalog/import-runs.repository';
import { addressOf, serveCollection } from '../imports/iiif-collection';
import { useTestDatabase } from '../support/database';
import { sends, useMuseums } from '../support/museums';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { curatorPassword, signedInCurator } from './signed-in';

jest.setTimeout(180_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ukiyo-e-cat'] });
const museums = useMuseums();

describeWithBrowser('the pages for imports', () => {
  describe('of a site with a worker', () => {
    const site = useSite(postgres, {
      worker: true,
      env: () => ({
        ADMIN_PASSWORD: curatorPassword,
        FETCH_ALLOWED_HOSTS: new URL(museums().origin).host,
      }),
    });
    const { newVisitor, takeComplaints } = useBrowser(() => site.origin);

    beforeEach(async () => {
      await postgres.db.importRun.deleteMany();
      await postgres.db.artwork.deleteMany({ where: { title: { startsWith: 'Work ' } } });
    });

    /** Another address for each test: what a museum has answered is kept for some minutes. */
    const collection = (name: string) => `${addressOf(museums())}?${name}`;
    const signedIn = async (options = {}) => {
      const page = await signedInCurator(newVisitor, options);
      await page.goto('/admin/imports');
      await page.getByRole('heading', { name: 'Imports', level: 1 }).waitFor();
      return page;
    };
    const search = async (page: Page, address: string) => {
      await page.getByRole('link', { name: 'IIIF' }).click();
      await page.getByLabel('Address', { exact: true }).fill(address);
      await page.getByRole('button', { name: 'Show the works' }).click();
    };

    test('are for curators only', async () => {
      const page = await newVisitor();
      await page.goto('/admin/imports');
      await page.getByLabel('Password').waitFor();
      const accept = { accept: 'application/json' };
      for (const path of ['decide', 'upload', 'iiif/start', 'runs/any/control'])
        expect([
          path,
          (
            await fetch(`${site.origin}/admin/imports/${path}`, {
              method: 'POST',
              body: new FormData(),
              headers: accept,
            })
          ).status,
        ]).toEqual([path, 401]);
      const picture = `/admin/imports/picture?source=iiif&address=${museums().origin}/&mark=x`;
      expect((await fetch(`${site.origin}${picture}`)).status).toBe(401);
      const curator = await signedIn();
      expect((await curator.request.get(picture)).status()).toBe(403);
      expect((await curator.goto('/admin/imports/nowhere'))?.status()).toBe(404);
      expect((await curator.goto('/admin/imports/runs/nowhere'))?.status()).toBe(404);
    });

    test('show what a source offers; what is ticked comes, and is marked as here afterwards', async () => {
      await serveCollection(museums(), 3);
      const page = await signedIn();
      const strangers: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin)) strangers.push(request.url());
      });
      const picture = page.waitForResponse((response) => response.url().includes('/admin/imports/picture'));
      await search(page, collection('ticked'));
      await page.getByRole('heading', { name: 'Works to choose from' }).waitFor();
      expect((await picture).headers()['content-type']).toBe('image/webp');
      await page.getByRole('checkbox', { name: 'Bring in “Work 1”' }).check();
      await page.getByRole('checkbox', { name: 'Bring in “Work 3”' }).check();
      await page.getByText('2 selected').waitFor();
      await page.getByRole('button', { name: 'Bring in the selected works' }).click();
      await page.getByText('Finished.').waitFor();
      await page.getByText('2 added').waitFor();
      expect(await page.getByRole('link', { name: /^Work \d$/ }).count()).toBe(2);
      expect(strangers).toEqual([]);
      await page.goto(`/admin/imports/iiif?address=${encodeURIComponent(collection('ticked'))}`);
      expect(await page.getByRole('link', { name: 'In the collection' }).count()).toBe(2);
      await page.goto('/admin/log');
      await page.getByRole('listitem').filter({ hasText: 'Imported' }).first().waitFor();
      expect(takeComplaints()).toEqual([]);
    });

    test('follow an import without being reloaded, pause it, and let it go on', async () => {
      await serveCollection(museums(), 6);
      const held = museums().hold('https://museum.example/pictures/5');
      const page = await signedIn();
      await search(page, collection('paused'));
      await page.getByLabel('Works at most').fill('');
      await page.getByRole('button', { name: 'Bring in the list' }).click();
      await page.getByText('Running.').waitFor();
      await held.reached;
      await page.evaluate(() => document.body.setAttribute('data-mark', 'not reloaded'));
      await page.getByText(/[345] added/).waitFor();
      expect(await page.evaluate(() => document.body.getAttribute('data-mark'))).toBe('not reloaded');
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('Paused.').waitFor();
      held.release();
      await page.goto('/admin/jobs');
      await page.getByRole('heading', { name: 'Imports in progress' }).waitFor();
      await page.getByRole('button', { name: 'Resume IIIF' }).click();
      await page.getByText('Finished.').waitFor();
      await page.getByText('6 added').waitFor();
      expect(takeComplaints()).toEqual([]);
    });

    test('work without JavaScript: a form, boxes, and a link that shows how far it is', async () => {
      await serveCollection(museums(), 2);
      const page = await signedIn({ javaScriptEnabled: false });
      await search(page, collection('plain'));
      await page.getByRole('button', { name: 'Bring in the selected works' }).click();
      await page.getByText('No work is selected. Tick those that you want to bring in.').waitFor();
      await page.getByRole('checkbox', { name: 'Bring in “Work 2”' }).check();
      await page.getByRole('button', { name: 'Bring in the selected works' }).click();
      await page.waitForURL(/\/runs\//);
      const finished = page.getByText('Finished.');
      for (let i = 0; i < 500 && (await finished.count()) === 0; i++) await page.reload();
      expect(await page.getByText('1 added').count()).toBe(1);
    });

    test('say which works have no open licence, and bring them in as drafts if asked', async () => {
      await serveCollection(museums(), 1, { rights: 'http://rightsstatements.org/vocab/InC/1.0/' });
      const page = await signedIn();
      await search(page, collection('rights'));
      await page.getByText('No open licence: In Copyright').waitFor();
      expect(await page.getByRole('checkbox', { name: /Bring in/ }).count()).toBe(0);
      await page.getByLabel('Also works without an open licence, as drafts').check();
      await page.getByRole('button', { name: 'Show the works' }).click();
      await page.getByText('Comes as a draft: In Copyright').waitFor();
      await page.getByRole('checkbox', { name: 'Bring in “Work 1”' }).check();
      await page.getByRole('button', { name: 'Bring in the selected works' }).click();
      await page.getByText('1 work is a draft: check the rights before you publish.').waitFor();
    });

    test('say in plain words what is wrong, and keep what was asked', async () => {
      museums().at(
        'https://museum.example/robots',
        sends('<!DOCTYPE html>', { 'content-type': 'text/html' }),
      );
      const page = await signedIn();
      const address = `${museums().origin}/museum.example/robots`;
      await search(page, address);
      await page.getByText(/answered with a web page instead of JSON.*set GAFU_CONTACT/).waitFor();
      expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe(address);
      await page.getByLabel('Address', { exact: true }).fill('http://169.254.169.254/latest');
      await page.getByRole('button', { name: 'Show the works' }).click();
      await page.getByText(/169\.254\.169\.254 is not a public address/).waitFor();
      await page.goto('/admin/imports/commons?set=Paintings');
      await page.getByText('set GAFU_CONTACT to an e-mail address or a page').waitFor();
    });

    test('take a list of addresses', async () => {
      await serveCollection(museums(), 2);
      const here = `${museums().origin}/museum.example/pictures`;
      const list = `id,file,title,rights\na,${here}/1,Work A,CC0\nb,${here}/2,Work B,CC0\nc,c.jpg,Work C,CC0\n`;
      const page = await signedIn();
      const file = { name: 'works.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
      await page.getByLabel('A CSV file').setInputFiles(file);
      await page.getByRole('button', { name: 'Upload the list' }).click();
      await page.getByText('3 works to choose from').waitFor();
      await page.getByText(/Cannot be brought in: "c.jpg" is not an address/).waitFor();
      await page.getByRole('button', { name: 'Bring in the list of 3' }).click();
      await page.getByText('2 added, 1 refused').waitFor();
      await page.getByText(/"c.jpg" is not an address/).waitFor();
    });

    test('decline the starter collection, and hide the samples and bring them back', async () => {
      const page = await signedIn();
      await page.getByRole('button', { name: 'Decline it' }).click();
      await page.getByText('It was declined, or cancelled.').waitFor();
      const [run] = await listImportRuns(postgres.db, { states: ['cancelled'], limit: 9 });
      expect(await findImportRun(postgres.db, run?.id ?? '')).toMatchObject({ source: 'starter' });
      const found = async () =>
        ((await (await fetch(`${site.origin}/api/v1/artworks`)).json()) as { total: number }).total;
      expect(await found()).toBe(2);
      await page.getByRole('button', { name: 'Hide them' }).click();
      await page.getByText('They are hidden: 2 drafts').waitFor();
      expect(await found()).toBe(0);
      expect(await (await fetch(`${site.origin}/sitemap.xml`)).text()).not.toContain('/works/');
      const quality = await newVisitor();
      await quality.goto('/quality');
      await quality.getByText('The sample collection is not shown on this site').waitFor();
      await page.getByRole('button', { name: 'Bring them back' }).click();
      await page.getByText('2 are shown to visitors.').waitFor();
      expect(await found()).toBe(2);
      expect(JSON.parse(await site.gafu('samples', 'remove', '--json'))).toEqual({
        decision: 'removed',
        works: 0,
      });
      expect(JSON.parse(await site.gafu('samples', 'show', '--json'))).toEqual({
        decision: 'shown',
        works: 2,
      });
    });

    test.each(['light', 'dark'] as const)(
      'can be used by everyone and fit a phone, %s',
      async (colorScheme) => {
        await serveCollection(museums(), 3);
        museums().at('https://museum.example/pictures/2', (_request, response) =>
          response.writeHead(404).end(),
        );
        const page = await signedIn({ ...phone, colorScheme });
        const check = async () => {
          expect(await accessibilityProblems(page)).toEqual([]);
          expect(await sidewaysOverflow(page)).toBe(0);
        };
        await check();
        await search(page, collection(colorScheme));
        await page.getByRole('checkbox', { name: 'Bring in “Work 1”' }).check();
        await check();
        await page.getByRole('button', { name: 'Bring in the list' }).click();
        await page.getByText('Finished.').waitFor();
        await page.getByRole('heading', { name: 'Refused' }).waitFor();
        await check();
      },
    );
  });
});
