import { chromium } from 'playwright-core';
import { chromiumPath } from '@/tests/support/prerequisites';
import { type SyntheticCollection } from '../search/synthetic';
import { inBrowser, type PageTimes, quantilesOf } from './measure';
import { type PageServer } from './server';

/**
 * Moves the weights of searches by two kinds in a browser, the servers in turn, and waits each time for other works. Every
 * change asks for an address that was not asked for before.
 */
export async function measureReranking(
  servers: readonly PageServer[],
  collection: SyntheticCollection,
  { changes, warmUp }: { readonly changes: number; readonly warmUp: number },
): Promise<PageTimes[]> {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const times = new Map(servers.map(({ name }) => [name, [] as number[]]));
    const page = await browser.newPage();
    let left = warmUp + changes;
    for (const work of collection.queries(warmUp + changes)) {
      const id = collection.idOf(work);
      for (const { name, origin } of servers) {
        await page.goto(`${origin}/search?style=${id}&content=${id}`, { waitUntil: 'networkidle' });
        await page.locator('summary', { hasText: 'Adjust what counts' }).click();
        const ms = Number(await page.evaluate(moveAndWait));
        if (left <= changes) times.get(name)?.push(ms);
      }
      left -= 1;
    }
    return [...times].map(([server, all]) => ({
      works: collection.works,
      page: inBrowser,
      server,
      ...quantilesOf(all),
      meanBytes: 0,
    }));
  } finally {
    await browser.close();
  }
}

/** The works on the page, in order, as one text: an expression that runs in the page. */
const shown = `[...document.querySelectorAll('main li a[href^="/works/"]')].map((link) => link.pathname).join()`;

/** Runs in the page, so it is text: what TypeScript's runner makes of a function needs parts that a page lacks. */
const moveAndWait = `new Promise((resolve) => {
    const before = ${shown};
    const slider = document.querySelector('input[type="range"][name^="content~"]');
    const observer = new MutationObserver(() => {
      if (${shown} === before) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - started));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    // As a visitor does it: React sees the input event, the form the change.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, '-100');
    const started = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
  })`;
