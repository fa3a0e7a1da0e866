import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { chromiumPath, describeWith } from '../support/prerequisites';

/** `describe` for tests that need a browser: skipped, with a warning, if there is none. */
export function describeWithBrowser(name: string, tests: () => void): void {
  describeWith(['chromium'], name, tests);
}

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No graphics processor; else one that Chromium emulates on the processor, for WebGPU and WebGL. */
const graphics = {
  none: ['--disable-gpu'],
  emulated: [
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--enable-features=Vulkan',
    '--use-vulkan=swiftshader',
    '--use-angle=swiftshader',
    '--ignore-gpu-blocklist',
    '--enable-unsafe-swiftshader',
  ],
} as const;

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

export interface Visitors {
  /** A page in a new, empty browser profile. */
  newVisitor(options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in pages since last asked: script errors and violations of the content security policy. */
  takeComplaints(): string[];
}

/**
 * Call it once inside a `describe`: one browser for its tests, a profile for every visitor.
 * @param more switches for Chromium, such as those of its fake camera
 */
export function useBrowser(
  baseURL: () => string,
  more: readonly string[] = [],
  drawnBy: keyof typeof graphics = 'none',
): Visitors {
  let browser: Browser | null = null;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [...args, ...graphics[drawnBy], ...more],
    });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
  });

  return {
    async newVisitor(options = {}) {
      if (!browser) throw new Error('The browser is not running: call newVisitor inside a test.');
      // A service worker asks for pages by itself: tests that count or hold requests would see those too.
      const context = await browser.newContext({
        baseURL: baseURL(),
        serviceWorkers: 'block',
        ...options,
      });
      // A machine that tests on two cores is slow when it also works on pictures.
      context.setDefaultTimeout(60_000);
      contexts.push(context);
      const page = await context.newPage();
      if (options.javaScriptEnabled !== false) waitForScripts(page);
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        const expected = /Failed to load resource: the server responded with a status of 4/;
        if (message.type() === 'error' && !expected.test(message.text()))
          complaints.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    takeComplaints() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
  };
}

/**
 * What axe finds wrong with the page, by WCAG 2.2 A and AA: a line for each rule, with the elements.
 * @param rules of axe, if not all
 */
export async function accessibilityProblems(page: Page, rules?: readonly string[]): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Our pages have no frames of other sites, for which axe would open a second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(
      ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
}

/**
 * Has `goto` return when React has taken over the page, as a visitor who reads before doing something would find it: the
 * scripts of a page come after it has been drawn. Pages without React are ready at once, and none is waited for for more
 * than ten seconds, since some tests keep scripts from coming.
 */
function waitForScripts(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...address) => {
    const answer = await goto(...address);
    const main = page.locator('main');
    try {
      const isReact = await page.evaluate(() => '__next_f' in globalThis);
      if (isReact && (await main.count()) > 0)
        await Promise.race([untilHydrated(main.first()), setTimeout(10_000, undefined, { ref: false })]);
    } catch {
      // It has led to another page already.
    }
    return answer;
  };
}

/** Waits until React has taken over an element that the server has drawn: until then nobody hears its events. */
export async function untilHydrated(element: Locator): Promise<void> {
  await element.evaluate(async (node) => {
    while (!Object.keys(node).some((key) => key.startsWith('__reactProps$')))
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** How far the page can be pushed sideways, in pixels. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
