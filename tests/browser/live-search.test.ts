import { type Page } from 'playwright-core';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { accessibilityProblems, describeWithBrowser, phone, sidewaysOverflow, useBrowser } from './chromium';

jest.setTimeout(300_000);

const samples = ['impressionist-sea', 'cubist-sea', 'cubist-tree', 'ukiyo-e-bridge', 'pointillist-portrait'];
const postgres = useTestDatabase({ samples, recipe: 'lite' });
const fakeCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

describeWithBrowser('live search', () => {
  const site = useSite(postgres, { env: { GAFU_RECIPE: 'lite', GAFU_BACKEND: 'wasm' } });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin, fakeCamera);

  const titles = (page: Page) => page.getByRole('list', { name: 'Similar works' }).locator('.italic');
  const bodiesOf = (page: Page) => {
    const bodies: { path: string; bytes: number }[] = [];
    page.context().on('request', (request) => {
      if (request.method() === 'POST')
        bodies.push({
          path: new URL(request.url()).pathname,
          bytes: request.postDataBuffer()?.byteLength ?? 0,
        });
    });
    return bodies;
  };
  const answered = (page: Page) => page.evaluate(() => performance.getEntriesByName('live-search').length);
  /** Until as many searches more than before have been answered and shown. */
  const untilAnswered = (page: Page, before: number, more = 1) =>
    page.waitForFunction(
      (wanted) => performance.getEntriesByName('live-search').length >= wanted,
      before + more,
    );
  const latenciesMs = (page: Page) =>
    page.evaluate(() =>
      performance.getEntriesByName('live-search').map((entry) => ({
        all: Math.round(entry.duration),
        read: Math.round((entry as PerformanceMeasure & { detail: { readMs: number } }).detail.readMs),
      })),
    );

  test('follows a frame that is moved by keyboard and by mouse, and becomes a search to share', async () => {
    const page = await newVisitor();
    await page.goto('/live');
    await page.getByLabel('Choose a picture').setInputFiles('samples/works/cubist-sea.webp');
    await titles(page).first().waitFor({ timeout: 120_000 });
    expect(await titles(page).count()).toBe(samples.length);
    const bodies = bodiesOf(page);
    const frame = page.getByRole('group', { name: 'Frame' });
    await frame.focus();
    const presses = 8;
    for (let press = 0; press < presses; press++) {
      const before = await answered(page);
      await page.keyboard.press(press < presses / 2 ? 'Shift+ArrowRight' : 'Shift+ArrowDown');
      await untilAnswered(page, before);
    }
    expect(bodies.length).toBeLessThanOrEqual(presses);
    const box = await frame.boundingBox();
    if (!box) throw new Error('The frame is not there.');
    const before = await answered(page);
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y - 20, { steps: 8 });
    await page.mouse.up();
    await untilAnswered(page, before);
    const moved = await frame.boundingBox();
    expect(moved?.x).toBeLessThan(box.x);
    expect(bodies.length).toBeGreaterThan(1);
    for (const { path, bytes } of bodies) {
      expect(path).toBe('/api/v1/search/vectors');
      expect(bytes).toBeLessThan(9_000);
    }
    console.info(
      `Live search by a frame, ms (all, of it reading): ${JSON.stringify(await latenciesMs(page))}`,
    );
    expect(await postgres.db.uploadedQuery.count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Composition').check();
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.waitForURL(/\/search\?content=q_[A-Za-z0-9]{22}$/);
    await page.getByAltText('Your picture, from this device').waitFor();
    const [kept] = await postgres.db.uploadedQuery.findMany();
    expect(kept).toMatchObject({ readOnDevice: true, imageKey: null });
    expect(await page.getByText('Your picture was read on your device.').count()).toBe(1);
    expect(takeComplaints()).toEqual([]);
  });

  test('sends a small copy along with a search that is kept, where the visitor says so', async () => {
    const page = await newVisitor();
    await page.goto('/live');
    await page.getByLabel('Choose a picture').setInputFiles('samples/works/cubist-sea.webp');
    await titles(page).first().waitFor({ timeout: 120_000 });
    await page.getByLabel('Include a small copy').check();
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.waitForURL(/\/search\?style=q_[A-Za-z0-9]{22}$/);
    const other = await newVisitor();
    await other.goto(page.url());
    const copy = other.getByRole('img', { name: 'The uploaded picture' });
    await copy.waitFor();
    expect(
      await copy.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100);
    expect(takeComplaints()).toEqual([]);
  });

  test('follows the camera, of which nothing leaves the device, and switches it off', async () => {
    const page = await newVisitor(phone);
    await page.addInitScript(() => {
      const tracks: MediaStreamTrack[] = [];
      Object.assign(window, { tracks });
      const { mediaDevices } = navigator;
      const original = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (asked) => {
        const stream = await original(asked);
        tracks.push(...stream.getTracks());
        return stream;
      };
    });
    const bodies = bodiesOf(page);
    await page.goto('/live');
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await titles(page).first().waitFor({ timeout: 120_000 });
    await untilAnswered(page, await answered(page), 2);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    for (const { path, bytes } of bodies) {
      expect(path).toBe('/api/v1/search/vectors');
      expect(bytes).toBeLessThan(9_000);
    }
    console.info(
      `Live search by camera, ms (all, of it reading): ${JSON.stringify(await latenciesMs(page))}`,
    );
    const states = () =>
      page.evaluate(() =>
        (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
      );
    expect(await states()).toEqual(['live']);
    await page.getByRole('button', { name: 'Stop the camera' }).click();
    await page.getByText('Use a camera or a picture').waitFor();
    expect(await states()).toEqual(['ended']);
    expect(takeComplaints()).toEqual([]);
  });

  test('does not move what stands on the page while results come', async () => {
    const page = await newVisitor();
    await page.goto('/live');
    await page.getByLabel('Choose a picture').setInputFiles('samples/works/cubist-sea.webp');
    await titles(page).first().waitFor({ timeout: 120_000 });
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift' });
    });
    for (const kind of ['Composition', 'Colours']) {
      const before = await answered(page);
      await page.getByLabel(kind).check();
      await untilAnswered(page, before);
      // A shift is reported after the frame in which it happened.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
    }
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
  });
});
