import { type Locator } from 'playwright-core';
import { pauseJobs, resumeJobs } from '@/lib/catalog/job-control.repository';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { imageStore } from '@/lib/images/shared-image-store';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { curatorPassword, signedInCurator } from './signed-in';

jest.setTimeout(180_000);

const postgres = useTestDatabase();

describeWithBrowser('the jobs page', () => {
  describe('of a site with a worker', () => {
    const site = useSite(postgres, { worker: true, env: { ADMIN_PASSWORD: curatorPassword } });
    const { newVisitor, takeComplaints } = useBrowser(() => site.origin);

    const signedIn = async (options = {}) => {
      const page = await signedInCurator(newVisitor, options);
      await page.getByRole('link', { name: 'Jobs' }).click();
      await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
      return page;
    };
    const add = async (seed: number, title: string) =>
      (await addArtwork(await painted(seed, 80).png().toBuffer(), parseArtworkDetails({ title }))).artwork;
    /** Its picture is taken away, so that embedding it fails for good; @returns what puts it back */
    const addBroken = async (seed: number, title: string) => {
      await pauseJobs(postgres.db);
      const { image } = await add(seed, title);
      const bytes = (await imageStore().get(image.key)) ?? Buffer.alloc(0);
      await imageStore().delete(image.key);
      await resumeJobs(postgres.db);
      return () => imageStore().put(image.key, bytes);
    };

    test('is for curators only', async () => {
      const page = await newVisitor();
      await page.goto('/admin/jobs');
      await page.getByLabel('Password').waitFor();
      const answer = await fetch(`${site.origin}/admin/jobs/control`, {
        method: 'POST',
        body: new FormData(),
        headers: { accept: 'application/json' },
      });
      expect(answer.status).toBe(401);
    });

    test('pauses and resumes, and follows what happens without being reloaded', async () => {
      const page = await signedIn();
      await page.getByText('Nothing is waiting.').waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText(/Paused .*take no new works/).waitFor();
      await page.evaluate(() => document.body.setAttribute('data-mark', 'not reloaded'));
      await add(800, 'Waits');
      const waiting = page
        .getByRole('term')
        .filter({ hasText: /^Waiting$/ })
        .locator('..');
      await waiting.getByText('1', { exact: true }).waitFor();
      await resumeJobs(postgres.db);
      await page.getByText('Nothing is waiting.').waitFor();
      const rate = page.getByRole('term').filter({ hasText: 'Works per minute' }).locator('..');
      expect(await rate.textContent()).toMatch(/\d/);
      expect(await page.evaluate(() => document.body.getAttribute('data-mark'))).toBe('not reloaded');
      expect(takeComplaints()).toEqual([]);
    });

    test.each([true, false])('tries a failed work again (JavaScript: %s)', async (javaScriptEnabled) => {
      const title = `Broken ${javaScriptEnabled}`;
      const mend = await addBroken(javaScriptEnabled ? 810 : 811, title);
      const page = await signedIn({ javaScriptEnabled });
      const shown = async (seen: Locator) => {
        if (javaScriptEnabled) return seen.waitFor();
        for (let i = 0; i < 200 && (await seen.count()) === 0; i++)
          await page.getByRole('link', { name: 'Refresh' }).click();
        expect(await seen.count()).toBe(1);
      };
      const retry = page.getByRole('button', { name: `Try ${title} again` });
      await shown(retry);
      const entry = page.getByRole('listitem').filter({ has: retry });
      expect(await entry.textContent()).toContain('Its stored picture is missing. Upload the picture again.');
      await mend();
      await retry.click();
      await shown(page.getByText('Nothing is waiting.'));
      expect(await page.getByText(title).count()).toBe(0);
      expect(await postgres.db.artwork.findFirst({ where: { title } })).toMatchObject({ state: 'ready' });
    });

    test.each(['light', 'dark'] as const)(
      'can be used by everyone and fits a phone, %s',
      async (colorScheme) => {
        await addBroken(
          colorScheme === 'light' ? 820 : 821,
          'A long title that has to be cut somewhere: The Dream of the Fisherman’s Wife',
        );
        for (const options of [{ colorScheme }, { ...phone, colorScheme }]) {
          const page = await signedIn(options);
          await page.getByText('Its stored picture is missing').first().waitFor();
          expect(await accessibilityProblems(page)).toEqual([]);
          expect(await sidewaysOverflow(page)).toBe(0);
        }
      },
    );
  });
});
