import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { median } from '@/lib/platform/quantile';
import { freePort } from '@/tests/support/free-port';
import { chromiumPath } from '@/tests/support/prerequisites';

const usage = `usage: npm run bench -- lighthouse SITE [--runs 3] [--floor 95] [--slowdown 4] [--paths /,/browse,/works/ID]
Asks Lighthouse, as on a phone, for the scores of a running site's pages, in both languages: the median of so many runs. It
is not among our packages, since it has 150 of its own: npm install --prefix FOLDER lighthouse@12.8.2, and LIGHTHOUSE_DIR=FOLDER.
Without --paths: home, browse, and the page and the search of the first work.
--slowdown: how many times slower than this processor a phone's is taken to be. Without it as Lighthouse advises for this
machine: 4 on a fast one, which is its standard, down to 2.
With --floor: the best of up to so many runs, no more than it takes to reach the floor, since whatever else a machine does
only lowers a score. Ends with 1 if a page does not reach it.`;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** What we need of Lighthouse's result. */
interface Result {
  readonly lhr: {
    /** `benchmarkIndex`: how fast this machine is just now, 1,500 to 2,000 for a fast desktop computer. */
    readonly environment: { readonly benchmarkIndex: number };
    readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
    readonly audits: Readonly<
      Record<string, { readonly numericValue?: number; readonly displayValue?: string }>
    >;
  };
}
type Lighthouse = (url: string, flags: object) => Promise<Result | undefined>;

const shownAudits = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '3' },
      floor: { type: 'string', default: '0' },
      slowdown: { type: 'string' },
      paths: { type: 'string' },
    },
  });
  const [site] = positionals;
  const [runs, floor] = [Number(values.runs), Number(values.floor)];
  const folder = process.env.LIGHTHOUSE_DIR;
  if (
    !site ||
    !URL.canParse(site) ||
    !(runs >= 1) ||
    !(floor >= 0) ||
    !(Number(values.slowdown ?? 4) >= 1) ||
    !folder ||
    !chromiumPath
  ) {
    console.error(usage);
    return 2;
  }
  const origin = new URL(site).origin;
  const lighthouse = await loadLighthouse(folder);
  const paths = values.paths?.split(',') ?? (await usualPaths(origin));
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox'],
  });
  let isBelow = false;
  try {
    const ask = async (address: string, cpuSlowdownMultiplier: number) =>
      lighthouse(address, {
        port,
        onlyCategories: categories,
        logLevel: 'error',
        throttling: { cpuSlowdownMultiplier },
      });
    let slowdown = Number(values.slowdown);
    if (values.slowdown === undefined) {
      await untilThere(origin);
      const index = (await ask(origin, 4))?.lhr.environment.benchmarkIndex ?? NaN;
      slowdown = advisedSlowdown(index);
      console.log(`Lighthouse's benchmark index of this machine: ${index.toFixed(0)}.`);
    }
    console.log(`The processor is slowed ${slowdown.toFixed(1)} times.\n`);
    console.log(`| page | ${categories.join(' | ')} | ${Object.values(shownAudits).join(' | ')} | runs |`);
    console.log(`| -- |${' --: |'.repeat(categories.length + Object.keys(shownAudits).length + 1)}`);
    for (const page of paths.flatMap((one) => [one, one === '/' ? '/ja' : `/ja${one}`])) {
      await untilThere(`${origin}${page}`);
      const results: Result[] = [];
      for (let run = 0; run < runs && !(floor > 0 && results.some((one) => lowest(one) >= floor)); run++) {
        const result = await ask(`${origin}${page}`, slowdown);
        if (result) results.push(result);
      }
      const shownResults = floor > 0 ? [best(results)] : results;
      const scores = categories.map((category) => median(shownResults.map((one) => scoreOf(one, category))));
      const times = Object.keys(shownAudits).map((audit) =>
        median(shownResults.map((one) => one?.lhr.audits[audit]?.numericValue ?? NaN)),
      );
      const shown = times.map((value) => (value < 10 ? value.toFixed(3) : value.toFixed(0)));
      console.log(
        `| ${page} | ${scores.map((score) => score.toFixed(0)).join(' | ')} | ${shown.join(' | ')} | ${results.length} |`,
      );
      isBelow ||= scores.some((score) => score < floor);
    }
  } finally {
    await browser.close();
  }
  return isBelow ? 1 : 0;
}

/**
 * By what a phone of the middle class is emulated: 4 for fast desktop computers, 2 for slow ones and fast phones. Between
 * the middles of these classes we go in a straight line.
 * https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#calibrating-the-cpu-slowdown
 */
function advisedSlowdown(benchmarkIndex: number): number {
  return Math.min(4, Math.max(2, 2 + (2 * (benchmarkIndex - 1250)) / (1750 - 1250)));
}

/** From 0 to 100, whole as Lighthouse shows it. */
function scoreOf(result: Result | undefined, category: Category): number {
  return Math.round(100 * (result?.lhr.categories[category].score ?? 0));
}

function lowest(result: Result): number {
  return Math.min(...categories.map((category) => scoreOf(result, category)));
}

function best(results: readonly Result[]): Result | undefined {
  return results.toSorted((a, b) => lowest(b) - lowest(a))[0];
}

/** A site that has just been started computes its works first. */
async function untilThere(address: string): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await fetch(address)).ok) {
    if (Date.now() > end) throw new Error(`${address} does not answer with a page.`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function loadLighthouse(folder: string): Promise<Lighthouse> {
  const file = createRequire(path.join(path.resolve(folder), 'package.json')).resolve('lighthouse');
  const { default: lighthouse } = (await import(pathToFileURL(file).href)) as { default: Lighthouse };
  return lighthouse;
}

async function usualPaths(origin: string): Promise<readonly string[]> {
  const { artworks } = (await (await fetch(`${origin}/api/v1/artworks?limit=1`)).json()) as {
    artworks: readonly { id: string; links: { html?: string } }[];
  };
  const [work] = artworks;
  if (!work) return ['/', '/browse'];
  const page = await fetch(`${origin}/works/${work.id}`);
  return ['/', '/browse', `/search?style=${work.id}`, new URL(page.url).pathname];
}

process.exitCode = await main();
