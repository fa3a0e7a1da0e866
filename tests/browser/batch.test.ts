import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page } from 'playwright-core';
import sharp from 'sharp';
import { pauseJobs, resumeJobs } from '@/lib/catalog/job-control.repository';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { chooseFiles, chooseList, openBatch } from '@/lib/ingest/batch/open-batch';
import { storePart } from '@/lib/ingest/batch/parts';
import { someDetails } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { distinctPicture } from '../support/distinct-pictures';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import { curatorPassword, signedInCurator } from './signed-in';

jest.setTimeout(240_000);

const postgres = useTestDatabase();

const png = (seed: number) => distinctPicture(seed).png().toBuffer();
const smaller = async (seed: number) =>
  sharp(await png(seed))
    .resize(96)
    .jpeg({ quality: 85 })
    .toBuffer();

describeWithBrowser('a batch in the browser', () => {
  const site = useSite(postgres, { worker: true, env: { ADMIN_PASSWORD: curatorPassword } });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin);
  const folders: string[] = [];

  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** A new folder with these files. @returns its path */
  async function folderOf(name: string, files: Readonly<Record<string, Buffer | string>>): Promise<string> {
    const parent = await mkdtemp(path.join(tmpdir(), 'gafu-batch-'));
    folders.push(parent);
    const folder = path.join(parent, name);
    for (const [file, bytes] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), bytes);
    }
    return folder;
  }
  async function begin(page: Page, folder: string): Promise<string> {
    await page.getByRole('link', { name: 'Add many', exact: true }).click();
    await page.getByRole('heading', { name: 'Add many works' }).waitFor();
    await page.getByLabel('Choose a folder').setInputFiles(folder);
    await page.getByRole('heading', { name: path.basename(folder), level: 1 }).waitFor();
    return page.url().split('/').at(-1) ?? '';
  }
  const filesIn = (batchId: string, ...states: string[]) =>
    postgres.db.batchFile.count({ where: { batchId, state: { in: states } } });
  async function untilSo(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  /** Waits until so many files are in one of these states. */
  const until = (batchId: string, count: number, ...states: string[]) =>
    untilSo(async () => (await filesIn(batchId, ...states)) >= count);
  const cell = (page: Page, row: string, column: number) =>
    page.getByRole('row').filter({ hasText: row }).getByRole('gridcell').nth(column);

  test('takes a list, is edited in its table, and is searchable once it is published', async () => {
    const list =
      'file,title,artist,medium,height_cm\n' +
      Array.from({ length: 6 }, (_, at) => `${at}.png,Listed ${at},,oil,${at === 5 ? 'tall' : 50}`).join(
        '\n',
      );
    const pictures = await Promise.all(Array.from({ length: 6 }, (_, at) => png(at)));
    const folder = await folderOf('With a list', {
      'works.csv': list,
      'Thumbs.db': 'of the system',
      'notes.txt': 'no picture',
      ...Object.fromEntries(pictures.map((bytes, at) => [`${at}.png`, bytes])),
    });
    const page = await signedInCurator(newVisitor);
    const id = await begin(page, folder);
    await page.getByText('1 file is no picture and was left out').waitFor();
    await until(id, 6, 'checked');
    await page.getByText('1 is to be corrected.').waitFor();

    await cell(page, '0.png', 1).click();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    for (let down = 0; down < 5; down++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await cell(page, '1.png', 0).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Pasted 1\tBea\nPasted 2\tCid\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    // Title, artist, date, medium, height.
    await cell(page, '5.png', 4).click();
    await page.getByText('Height in cm must be centimetres').waitFor();
    await page.keyboard.type('73,5');
    await page.keyboard.press('Tab');
    await page.getByText('Everything is ready.').waitFor();
    await page.getByRole('button', { name: 'Publish 6 works' }).click();
    await untilSo(async () => (await postgres.db.artwork.count({ where: { state: 'ready' } })) === 6);
    await page.getByText('6 searchable').waitFor();
    await page.getByRole('heading', { name: 'This batch is done' }).waitFor();
    expect(takeComplaints()).toEqual([]);

    const answer = await fetch(`${site.origin}/api/v1/artworks?sort=title`);
    const { artworks } = (await answer.json()) as {
      artworks: { title: string; artist: string; medium: string }[];
    };
    expect(artworks.map(({ title, artist, medium }) => [title, artist, medium])).toEqual([
      ['Listed 0', 'Ada', 'oil'],
      ['Listed 3', 'Ada', 'oil'],
      ['Listed 4', 'Ada', 'oil'],
      ['Listed 5', 'Ada', 'oil'],
      ['Pasted 1', 'Bea', 'oil'],
      ['Pasted 2', 'Cid', 'oil'],
    ]);
    expect(await postgres.db.artwork.findFirst({ where: { title: 'Listed 5' } })).toMatchObject({
      heightCm: 73.5,
    });
  });

  test('brings 100 pictures in once each, though the connection is cut, the server killed and the tab closed', async () => {
    const pictures = await Promise.all(Array.from({ length: 100 }, (_, at) => png(1_000 + at)));
    const files = Object.fromEntries(
      pictures.map((bytes, at) => [`${at < 50 ? 'a' : 'b'}/Ada - Number ${at} (1900).png`, bytes]),
    );
    const folder = await folderOf('A hundred', files);
    // What is tried here ends when a work is in the collection.
    await pauseJobs(postgres.db);
    try {
      const page = await signedInCurator(newVisitor);
      let letThrough = 30;
      const cut = async (own: Page) =>
        own.route('**/uploads/*', async (route) => {
          if (letThrough > 0 || route.request().method() !== 'PATCH') {
            if (route.request().method() === 'PATCH') letThrough -= 1;
            // Of one file only the first half comes.
            const body = route.request().postDataBuffer();
            return await route.continue(
              letThrough === 20 && body ? { postData: body.subarray(0, body.length >> 1) } : {},
            );
          }
          return await route.abort('connectionreset');
        });
      await cut(page);
      const id = await begin(page, folder);
      await page.getByText('The connection is lost.').waitFor();
      const arrived = await filesIn(id, 'received', 'checked');
      expect(arrived).toBeGreaterThanOrEqual(20);
      expect(arrived).toBeLessThan(100);
      await site.restart();
      letThrough = 20;
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await until(id, arrived + 15, 'received', 'checked');
      await page.close();

      const again = await page.context().newPage();
      await again.goto(`/admin/batches/${id}`);
      await again.getByText(/files have not arrived yet/).waitFor();
      await again.getByLabel('Choose a folder').setInputFiles(folder);
      await until(id, 100, 'checked');
      await again.getByRole('button', { name: 'Publish 100 works' }).click();
      await until(id, 50, 'adding', 'added');
      await site.restart();
      await until(id, 100, 'added');
      const works = await postgres.db.artwork.findMany({ where: { title: { startsWith: 'Number ' } } });
      expect(new Set(works.map(({ title }) => title)).size).toBe(100);
      expect(works).toHaveLength(100);
      expect(await postgres.db.batchFile.count({ where: { batchId: id } })).toBe(100);
      takeComplaints();
    } finally {
      await postgres.db.artwork.deleteMany({ where: { title: { startsWith: 'Number ' } } });
      await resumeJobs(postgres.db);
    }
  });

  test('asks about pictures that are there already: leave out, replace, keep both', async () => {
    for (const seed of [50, 51, 52])
      await addArtwork(await png(seed), someDetails({ title: `Known ${seed}` }));
    const folder = await folderOf('Known', {
      'leave.jpg': await smaller(50),
      'replace.jpg': await smaller(51),
      'keep.jpg': await smaller(52),
      'broken.png': 'no picture',
    });
    const page = await signedInCurator(newVisitor);
    const id = await begin(page, folder);
    await until(id, 3, 'checked');
    await page.getByText('3 pictures look like others.').waitFor();
    await page.getByText('3 need a decision.').waitFor();
    expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
    const decide = async (file: string, choice: string) =>
      page
        .getByRole('group', { name: `What becomes of ${file}` })
        .getByLabel(choice)
        .click();
    await decide('leave.jpg', 'Leave out');
    await decide('replace.jpg', 'Replace its picture');
    await decide('keep.jpg', 'Keep both');
    await page.getByText('These bytes are not a picture that Gafu knows.').first().waitFor();
    await page
      .getByLabel('Another picture instead of broken.png')
      .setInputFiles({ name: 'Whole.png', mimeType: 'image/png', buffer: await png(53) });
    await page.getByRole('button', { name: 'Publish 2 works · Replace 1 picture · Leave out 1' }).click();
    await page.getByRole('heading', { name: 'This batch is done' }).waitFor();
    const works = await postgres.db.artwork.findMany({
      where: { title: { in: ['Known 50', 'Known 51', 'Known 52', 'Keep', 'Whole'] } },
      include: { image: true },
      orderBy: { title: 'asc' },
    });
    expect(works.map(({ title, image }) => [title, image.width])).toEqual([
      ['Keep', 96],
      ['Known 50', 120],
      ['Known 51', 96],
      ['Known 52', 120],
      ['Whole', 120],
    ]);
    expect(takeComplaints()).toEqual([]);
  });

  test('publishes 500 works as its table says, which one key fills', async () => {
    const count = 500;
    const pictures = await Promise.all(
      Array.from({ length: count }, (_, at) =>
        distinctPicture(5_000 + at, { width: 48, height: 36 })
          .png()
          .toBuffer(),
      ),
    );
    // What is tried here ends when a work is in the collection.
    await pauseJobs(postgres.db);
    try {
      const id = await openBatch('Five hundred');
      const list = pictures.map((_, at) => `${at}.png,Work ${at},oil`).join('\n');
      await chooseList(id, Buffer.from(`file,title,medium\n${list}`), 'works.csv');
      await chooseFiles(
        id,
        pictures.map(({ byteLength }, at) => ({ path: `${at}.png`, sizeBytes: byteLength, modifiedMs: 1 })),
      );
      const files = await postgres.db.batchFile.findMany({ where: { batchId: id } });
      for (const file of files) await storePart(file, 0, pictures[file.position] ?? Buffer.of());
      await until(id, count, 'checked');
      const page = await signedInCurator(newVisitor);
      await page.goto(`/admin/batches/${id}`);
      await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      await page.keyboard.type('Ada');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Control+Shift+ArrowDown');
      await page.keyboard.press('Control+d');
      const filled = () =>
        postgres.db.batchFile.count({ where: { batchId: id, typed: { path: ['artist'], equals: 'Ada' } } });
      await untilSo(async () => (await filled()) === count);
      await page.keyboard.press('Control+z');
      await untilSo(async () => (await filled()) === 1);
      await page.keyboard.press('Control+y');
      await untilSo(async () => (await filled()) === count);
      await page.getByRole('button', { name: `Publish ${count} works` }).click();
      await until(id, count, 'added');
      const works = await postgres.db.artwork.findMany({
        where: { medium: 'oil', artistNames: { has: 'Ada' }, title: { startsWith: 'Work ' } },
      });
      expect(works.map(({ title }) => title).sort()).toEqual(pictures.map((_, at) => `Work ${at}`).sort());
      expect(takeComplaints()).toEqual([]);
    } finally {
      await postgres.db.artwork.deleteMany({ where: { title: { startsWith: 'Work ' } } });
      await resumeJobs(postgres.db);
    }
  });

  test.each(['light', 'dark'] as const)(
    'can be used by everyone and fits a phone, %s',
    async (colorScheme) => {
      const { id } = await postgres.db.batch.findFirstOrThrow({ where: { name: 'Known' } });
      for (const options of [{ colorScheme }, { ...phone, colorScheme }]) {
        const page = await signedInCurator(newVisitor, options);
        for (const address of ['/admin/batches', `/admin/batches/${id}`]) {
          await page.goto(address);
          await page.getByText('Choose a folder').waitFor();
          expect([address, await accessibilityProblems(page)]).toEqual([address, []]);
          expect([address, await sidewaysOverflow(page)]).toEqual([address, 0]);
        }
      }
    },
  );

  test('says without JavaScript what to do instead', async () => {
    const page = await signedInCurator(newVisitor, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Add many', exact: true }).click();
    const notice = page.locator('noscript p').first();
    await notice.waitFor();
    expect(await notice.textContent()).toBe('This page needs JavaScript');
  });
});
