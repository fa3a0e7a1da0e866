import { readFile } from 'node:fs/promises';
import { type Page, type Request as SentRequest } from 'playwright-core';
import sharp from 'sharp';
import { apiClient } from '../api/client';
import { someSpace } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';
import {
  chooseDevice,
  choosePicture,
  expectReadAsByServer,
  fetchedBy,
  readHere,
  type SentVectors,
  uploadAddress,
} from './read-on-device';

// The network is fetched and warmed up again for every visitor, on a machine that may be busy.
jest.setTimeout(300_000);

const samples = ['impressionist-sea', 'cubist-tree', 'ukiyo-e-bridge', 'pointillist-portrait'];
const postgres = useTestDatabase({ samples, recipe: 'lite' });
/** Of the compact network. */
const styleDimensions = 768;
const sample = (name: string) => readFile(`samples/works/${name}.webp`);

// Needs no VGG19: the compact network comes with Gafu.
describeWithBrowser('a picture that is read on the visitor’s device', () => {
  const site = useSite(postgres, { env: { GAFU_RECIPE: 'lite', GAFU_BACKEND: 'wasm' } });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin);
  const api = apiClient(site);

  const requestsOf = (page: Page) => {
    const requests: SentRequest[] = [];
    page.context().on('request', (request) => requests.push(request));
    return requests;
  };

  test('is never sent, is found by all the same, and is shown to nobody else', async () => {
    const page = await newVisitor();
    await chooseDevice(page);
    const picture = await sample('impressionist-sea');
    const requests = requestsOf(page);
    await choosePicture(page, picture);
    await page.waitForURL(uploadAddress);
    await page.getByAltText('Your picture, from this device').waitFor();
    const titles = page.getByRole('list', { name: 'Similar style' }).locator('cite');
    expect((await titles.allTextContents())[0]).toBe('The Red Jib, Morning');
    expect(await page.getByText('Your picture was read on your device.').count()).toBe(1);

    const bodies = requests.map((request) => request.postDataBuffer()).filter((body) => body !== null);
    const posts = requests.filter((request) => request.method() !== 'GET');
    expect(posts.map((request) => new URL(request.url()).pathname)).toEqual(['/query/vectors']);
    expect(Object.keys(JSON.parse(String(bodies[0])) as object)).toEqual(['vectors']);
    for (const body of bodies) {
      expect(body.byteLength).toBeLessThan(16_000);
      expect(body.includes(picture.subarray(1000, 1064))).toBe(false);
      expect(body.includes(picture.subarray(999, 1062).toString('base64'))).toBe(false);
    }
    const id = uploadAddress.exec(page.url())?.[1] ?? '';
    const kept = await postgres.db.uploadedQuery.findUnique({ where: { id } });
    expect(kept).toMatchObject({ imageKey: null, readOnDevice: true });

    const friend = await newVisitor();
    await friend.goto(page.url());
    await friend.getByText('This picture was read on another device').waitFor();
    expect(await titles.allTextContents()).toEqual(
      await friend.getByRole('list', { name: 'Similar style' }).locator('cite').allTextContents(),
    );
    expect(await accessibilityProblems(friend)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(takeComplaints()).toEqual([]);
  });

  test('is sent as a small copy only where the visitor says so', async () => {
    const page = await newVisitor(phone);
    await chooseDevice(page);
    expect(await page.getByLabel('Include a small copy').isChecked()).toBe(false);
    await page.getByLabel('Include a small copy').check();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    const sent = page.waitForRequest('**/query/vectors');
    await choosePicture(page, await sample('cubist-tree'));
    const { thumbnail = '' } = (await sent).postDataJSON() as SentVectors;
    const { width = 0, height = 0 } = await sharp(Buffer.from(thumbnail, 'base64')).metadata();
    expect(Math.max(width, height)).toBe(320);
    await page.waitForURL(uploadAddress);
    const friend = await newVisitor();
    await friend.goto(page.url());
    await friend.getByAltText('The uploaded picture').waitFor();
  });

  test('fetches less than 5 MB for it, nothing before it is asked for, and nothing again', async () => {
    const page = await newVisitor();
    const requests = requestsOf(page);
    await page.goto('/');
    await page.getByLabel('Read the picture on this device').waitFor();
    await page.waitForLoadState('networkidle');
    expect(requests.filter((request) => /\/network\/|\.wasm/.test(request.url()))).toEqual([]);
    const { urls: fetched, bytes } = await fetchedBy(page, () => readHere(page));
    expect(fetched.filter((url) => url.includes('/network/'))).toHaveLength(5);
    expect(bytes).toBeLessThan(5_000_000);
    const [weights = ''] = fetched.filter((url) => url.endsWith('weights.bin'));
    const answer = await fetch(weights);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const again = await fetch(weights, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await fetch(weights.replace(/network\/../, 'network/zz'))).status).toBe(404);
    expect((await fetch(weights.replace('weights.bin', 'README.md'))).status).toBe(404);

    // The next visit starts by itself, from the browser's own cache.
    await page.reload();
    await page.getByText('Your picture stays on your device.').waitFor({ timeout: 120_000 });
  });

  test('is read as the server reads it', async () => {
    const page = await newVisitor();
    const large = sharp(await sample('ukiyo-e-bridge')).resize({ width: 4200, kernel: 'cubic' });
    const pictures: Record<string, Buffer> = {
      'a landscape format': await sample('impressionist-sea'),
      'a portrait format': await sample('pointillist-portrait'),
      'an ink drawing': await sample('ink-wash-mountain'),
      'a large JPEG': await large.jpeg({ quality: 92 }).toBuffer(),
      'one turned by EXIF': await sharp(await sample('cubist-tree'))
        .rotate(90)
        .withMetadata({ orientation: 8 })
        .jpeg({ quality: 95 })
        .toBuffer(),
    };
    await chooseDevice(page);
    await expectReadAsByServer(page, pictures, { api, db: postgres.db });
  });

  test('is not sent when the device cannot read it, unless the visitor then says so', async () => {
    const page = await newVisitor();
    await chooseDevice(page);
    const requests = requestsOf(page);
    await choosePicture(page, Buffer.from('no picture at all'));
    const reason = page.getByRole('main').getByRole('alert');
    expect(await reason.textContent()).toMatch(/cannot open that file.*has not been sent/);
    expect(requests.filter((request) => request.method() === 'POST')).toEqual([]);
    await page.getByRole('button', { name: 'Send it to the site instead' }).click();
    await page.getByText('Not a picture that Gafu can read').waitFor();
    expect(requests.filter((request) => request.url().endsWith('/query'))).toHaveLength(1);
  });

  test('is not sent when the network does not arrive', async () => {
    const page = await newVisitor();
    await page.route('**/weights.bin', (route) => route.abort());
    await page.goto('/');
    await page.getByLabel('Read the picture on this device').check();
    await choosePicture(page, await sample('cubist-tree'));
    const reason = page.getByRole('main').getByRole('alert');
    expect(await reason.textContent()).toMatch(/could not be downloaded.*has not been sent/);
    takeComplaints();
  });

  test('is not offered while another network is in service, and vectors of this one are refused', async () => {
    const live = await postgres.db.liveSpace.findUniqueOrThrow({ where: { kind: 'style' } });
    const { id, kind, extractor, projectionId, dimensions } = someSpace('style', 'other', 128);
    const space = { id, kind, extractor, projectionId, dimensions, descriptor: {} };
    await postgres.db.space.create({ data: space });
    await postgres.db.liveSpace.update({ where: { kind: 'style' }, data: { spaceId: id } });
    try {
      const page = await newVisitor();
      await page.goto('/');
      expect(await page.getByLabel('Read the picture on this device').count()).toBe(0);
      await page.goto('/live');
      await page.getByText('Send a picture instead').waitFor();
      const vector = [1, ...Array<number>(styleDimensions - 1).fill(0)];
      const problem = await api.problemOf(postVectors({ terms: [{ space: live.spaceId, vector }] }));
      expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining('style-other') });
    } finally {
      await postgres.db.liveSpace.update({ where: { kind: 'style' }, data: { spaceId: live.spaceId } });
    }
  });

  const postVectors = (body: unknown, path = '/api/v1/search/vectors') =>
    api.get(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    });

  test('its vectors are checked as a stranger’s', async () => {
    const live = await postgres.db.liveSpace.findUniqueOrThrow({ where: { kind: 'style' } });
    const unit = [1, ...Array<number>(styleDimensions - 1).fill(0)];
    const term = { space: live.spaceId, vector: unit };
    const answer = await postVectors({ terms: [term], limit: 2 });
    expect([answer.status, ((await answer.json()) as { hits: unknown[] }).hits.length]).toEqual([200, 2]);
    const bad: [unknown, number, RegExp][] = [
      ['{', 400, /not JSON/],
      [{ terms: [] }, 400, /terms/],
      [{ terms: [{ ...term, vector: unit.slice(1) }] }, 400, /767 numbers; allowed is 768/],
      [{ terms: [{ ...term, vector: unit.map((value) => value * 2) }] }, 400, /length 2\.0000/],
      [`{"terms":[{"space":"${live.spaceId}","vector":[1e999]}]}`, 400, /terms\.0\.vector/],
      [{ terms: [{ ...term, space: 'style-gone' }] }, 409, /not live.*network lite/],
      [{ terms: [term], limit: 5, padding: 'x'.repeat(300_000) }, 413, /larger than/],
    ];
    for (const [body, status, says] of bad)
      expect(await api.problemOf(postVectors(body))).toMatchObject({
        status,
        detail: expect.stringMatching(says),
      });
    const before = await postgres.db.uploadedQuery.count();
    for (const body of [{ vectors: [term] }, { vectors: [term], thumbnail: 'AAAA' }, { vectors: [] }])
      expect((await postVectors(body, '/query/vectors')).status).toBe(400);
    expect(await postgres.db.uploadedQuery.count()).toBe(before);
  });
});
