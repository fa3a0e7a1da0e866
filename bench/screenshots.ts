/**
 * Pictures of every page of a running site, in both languages, themes and widths, with an index. Those in docs/ show the
 * sample collection alone, since real paintings have rights of their own.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { inLanguage } from '@/i18n/locale-address';
import { routing } from '@/i18n/routing';
import { chromiumPath } from '@/tests/support/prerequisites';
import { indexOf } from './screenshots/index-page';
import { shownPages, type ShownWorks } from './screenshots/pages';
import { sheetOf, type WayName, ways } from './screenshots/sheet';

const usage = `usage: npm run bench -- screenshots SITE [--folder docs/screenshots/pages] [--height 360] [--only work,search]
Takes every page of a running site. ADMIN_PASSWORD is the site's; without it, curators' pages are left out.
A site with the sample collection alone: GAFU_DATA_DIR=/tmp/gafu-shots GAFU_STARTER=false ADMIN_PASSWORD=… npm start`;

/** A page for each way to see the site. */
type Visitors = Readonly<Record<WayName, Page>>;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: 'docs/screenshots/pages' },
      height: { type: 'string', default: '360' },
      only: { type: 'string' },
    },
  });
  const [site] = positionals;
  const height = Number(values.height);
  const password = process.env.ADMIN_PASSWORD;
  if (!site || !URL.canParse(site) || !(height > 0) || !chromiumPath) {
    console.error(usage);
    return 2;
  }
  const { origin } = new URL(site);
  const pages = shownPages(await worksToShow(origin));
  const isWanted = (name: string) => !values.only || values.only.split(',').includes(name);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const taken = new Set<string>();
  try {
    for (const locale of routing.locales) {
      const folder = path.join(values.folder, locale);
      await mkdir(folder, { recursive: true });
      const take = async (visitors: Visitors, addresses: Readonly<Record<string, string>>) => {
        for (const [name, address] of Object.entries(addresses).filter(([one]) => isWanted(one))) {
          const sheet = await sheetOf(visitors, `${origin}${inLanguage(locale, address)}`, height);
          await writeFile(path.join(folder, `${name}.webp`), sheet);
          taken.add(name);
          console.log(`${locale}/${name}.webp`);
        }
      };
      const visitor = async (way: WayName) => {
        const context = await browser.newContext({ ...ways[way], locale, serviceWorkers: 'block' });
        const page = await context.newPage();
        // A second visit has its fonts at once.
        await page.goto(`${origin}${inLanguage(locale, '/')}`, { waitUntil: 'networkidle' });
        return page;
      };
      const visitors = async (): Promise<Visitors> => ({
        desktop: await visitor('desktop'),
        phone: await visitor('phone'),
      });
      await take(await visitors(), pages.public);
      if (!password) continue;
      const curators = await visitors();
      for (const page of Object.values(curators)) await signIn(page, origin, password);
      await take(curators, pages.curators);
    }
    if (!values.only)
      await writeFile(path.join(values.folder, 'README.md'), indexOf([...taken], routing.locales));
  } finally {
    await browser.close();
  }
  return 0;
}

/** The first two by title, so that two runs show the same. */
async function worksToShow(origin: string): Promise<ShownWorks> {
  const { artworks } = (await (
    await fetch(`${origin}/api/v1/artworks?sort=title&limit=2&movement=Cubism`)
  ).json()) as { artworks: readonly { id: string }[] };
  const [first, second] = artworks;
  if (!first || !second) throw new Error(`${origin} does not show the sample collection.`);
  return { first: first.id, second: second.id, movement: 'Cubism' };
}

async function signIn(page: Page, origin: string, password: string): Promise<void> {
  await page.goto(`${origin}/admin`);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
}

process.exitCode = await main();
