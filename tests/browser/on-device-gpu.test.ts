import { readFile } from 'node:fs/promises';
import { type Page, type Worker } from 'playwright-core';
import { type BrowserBackend } from '@/lib/vision/browser/backend';
import { apiClient } from '../api/client';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { describeWithBrowser, useBrowser } from './chromium';
import { chooseDevice, expectReadAsByServer, fetchedBy, readHere } from './read-on-device';

// A graphics processor that is emulated by one that tests on two cores.
jest.setTimeout(600_000);

const pictures = ['impressionist-sea', 'pointillist-portrait', 'ink-wash-mountain'];
const postgres = useTestDatabase({ samples: pictures, recipe: 'lite' });

describeWithBrowser('a picture that is read by the device’s graphics processor', () => {
  const site = useSite(postgres, { env: { GAFU_RECIPE: 'lite', GAFU_BACKEND: 'wasm' } });
  const { newVisitor, takeComplaints } = useBrowser(() => site.origin, [], 'emulated');
  const api = apiClient(site);

  test.each([
    ['webgpu', takeForReal],
    ['webgl', withoutWebGpu],
  ] as const)('is read by %s as the server reads it', async (backend, prepare) => {
    const page = await newVisitor();
    const used = await backendsOf(page);
    await beforeItsNetwork(page, prepare);
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    const { bytes } = await fetchedBy(page, () => readHere(page));
    expect(bytes).toBeLessThan(5_000_000);
    expect(await used()).toEqual([backend]);
    const read = await Promise.all(pictures.map((name) => readFile(`samples/works/${name}.webp`)));
    const named = Object.fromEntries(pictures.map((name, i) => [`${name} by ${backend}`, read[i] as Buffer]));
    await expectReadAsByServer(page, named, { api, db: postgres.db });
    expect(await used()).toEqual([backend]);
    expect(takeComplaints()).toEqual([]);
  });

  test('is read by WebAssembly where graphics are emulated, which is slower', async () => {
    const page = await newVisitor();
    const used = await backendsOf(page);
    await chooseDevice(page);
    expect(await used()).toEqual(['wasm']);
  });
});

/** Which backends the workers of the page as it now is said they use. */
async function backendsOf(page: Page): Promise<() => Promise<BrowserBackend[]>> {
  await page.addInitScript(() => {
    const backends: unknown[] = [];
    const Own = Worker;
    class Heard extends Own {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener('message', ({ data }: MessageEvent<{ type: string; backend?: unknown }>) => {
          if (data.type === 'ready') backends.push(data.backend);
        });
      }
    }
    Object.assign(window, { Worker: Heard, backends });
  });
  return () => page.evaluate(() => (window as unknown as { backends: BrowserBackend[] }).backends);
}

/** Prepares each worker of the page; the network, which it tries a backend with, comes only after that. */
async function beforeItsNetwork(page: Page, prepare: (worker: Worker) => Promise<void>): Promise<void> {
  let prepared = Promise.resolve();
  page.on('worker', (worker) => {
    // A worker that its page left behind can be prepared no more.
    prepared = prepare(worker).catch(() => undefined);
  });
  await page.route('**/network/**', async (route) => {
    await prepared;
    await route.continue();
  });
}

/** Hides that the processor is emulated. */
function takeForReal(worker: Worker): Promise<void> {
  return worker.evaluate(() => {
    const scope = self as unknown as Record<string, { prototype: object } | undefined>;
    for (const name of ['GPUAdapter', 'GPUAdapterInfo']) {
      const { prototype } = scope[name] ?? {};
      if (prototype) Object.defineProperty(prototype, 'isFallbackAdapter', { get: () => false });
    }
    const replace = (
      prototype: object,
      method: string,
      by: (own: (...args: unknown[]) => unknown) => unknown,
    ) =>
      Object.defineProperty(prototype, method, {
        value: by(Reflect.get(prototype, method) as (...args: unknown[]) => unknown),
      });
    replace(
      OffscreenCanvas.prototype,
      'getContext',
      (own) =>
        function (this: unknown, kind: string, options?: object) {
          return own.call(this, kind, { ...options, failIfMajorPerformanceCaveat: false });
        },
    );
    replace(
      WebGL2RenderingContext.prototype,
      'getExtension',
      (own) =>
        function (this: unknown, name: string) {
          return name === 'WEBGL_debug_renderer_info' ? null : own.call(this, name);
        },
    );
  });
}

async function withoutWebGpu(worker: Worker): Promise<void> {
  await takeForReal(worker);
  await worker.evaluate(() => Object.defineProperty(navigator, 'gpu', { value: undefined }));
}
