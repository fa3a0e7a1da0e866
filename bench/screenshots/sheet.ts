import { type BrowserContextOptions, type Page } from 'playwright-core';
import sharp from 'sharp';

/** How a page is seen: by the size of the window, and whether it is touched. */
type Way = BrowserContextOptions & { readonly viewport: { readonly width: number; readonly height: number } };

export const ways = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, Way>;
export type WayName = keyof typeof ways;
export const wayNames = Object.keys(ways) as WayName[];

const themes = ['light', 'dark'] as const;
const gap = 8;
const between = '#808080';

/**
 * A page at both widths in both themes, side by side: wide light, wide dark, narrow light, narrow dark.
 * @param visitors a page for each way to see it
 * @param height of the sheet, in pixels
 * @returns WebP
 */
export async function sheetOf(
  visitors: Readonly<Record<WayName, Page>>,
  url: string,
  height: number,
): Promise<Buffer> {
  const views: Buffer[] = [];
  for (const page of wayNames.map((name) => visitors[name]))
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(url);
      views.push(await firstScreen(page, height));
    }
  return await beside(views, height);
}

/** The page as it opens, with all of its pictures, so many pixels high. */
async function firstScreen(page: Page, height: number): Promise<Buffer> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const images = [...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight);
    // Those that are hidden, or aside in a row, would never arrive.
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode().catch(() => null)));
  });
  return await sharp(await page.screenshot({ scale: 'css' }))
    .resize({ height })
    .toBuffer();
}

async function beside(views: readonly Buffer[], height: number): Promise<Buffer> {
  let left = 0;
  const placed: { input: Buffer; left: number; top: number }[] = [];
  for (const input of views) {
    placed.push({ input, left, top: 0 });
    left += ((await sharp(input).metadata()).width ?? 0) + gap;
  }
  return await sharp({ create: { width: left - gap, height, channels: 3, background: between } })
    .composite(placed)
    .webp({ quality: 50, effort: 6 })
    .toBuffer();
}
