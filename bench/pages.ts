import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbeddedPostgres } from '@/lib/catalog/postgres/embedded';
import { settings } from '@/lib/platform/settings';
import { chromiumPath } from '@/tests/support/prerequisites';
import { type Checkout, checkoutOf, presentCheckout, removeCheckout } from './pages/checkout';
import { fillElasticsearch } from './pages/elasticsearch';
import { fillDatabase } from './pages/fill';
import { measurePages, type PageTimes } from './pages/measure';
import { measureReranking } from './pages/rerank';
import { type PageServer, startServer } from './pages/server';
import { timesTable } from './pages/table';
import { compactSpaces } from './pages/works';

const usage = `usage: npm run bench -- pages [--works 144,2646,20000] [--requests 60] [--against REF [--keep]]
Measures what the server takes for its pages, on synthetic works in an embedded Postgres of its own: production builds,
one request at a time. If ELASTICSEARCH_URL is set, a second server searches there, and if Chromium is installed, weights
are moved in a browser. --against builds another git revision instead, and asks both in turn, on one database, so it must
know today's tables and have all pages; its checkout is removed at the end, unless --keep.`;

const warmUp = 15;
const browserWarmUp = 3;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      works: { type: 'string', default: '144,2646,20000' },
      requests: { type: 'string', default: '60' },
      against: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const sizes = values.works.split(',').map(Number);
  const requests = Number(values.requests);
  if (![...sizes, requests].every((size) => Number.isInteger(size) && size > 1)) {
    console.error(usage);
    return 2;
  }
  const other = values.against === undefined ? null : await checkoutOf(values.against);
  const present = await presentCheckout();
  try {
    const times = await measureSizes(other === null ? [present] : [other, present], sizes, requests);
    console.log(`\nMedian / 95th percentile of ${requests} requests, in ms; ${machine()}.\n`);
    console.log(timesTable(times));
    return 0;
  } finally {
    if (other !== null && !values.keep) removeCheckout(other);
  }
}

async function measureSizes(
  checkouts: readonly Checkout[],
  sizes: readonly number[],
  requests: number,
): Promise<PageTimes[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-bench-pages-'));
  const postgres = await openEmbeddedPostgres(dataDir);
  try {
    const spaces = await compactSpaces(settings().modelsDir);
    const times: PageTimes[] = [];
    for (const works of sizes) {
      console.error(`Filling a database with ${works.toLocaleString('en')} works`);
      const { url, collection } = await fillDatabase(postgres.url, works, spaces);
      const ground = { databaseUrl: url, dataDir };
      const isAlone = checkouts.length === 1;
      const index = isAlone ? await fillElasticsearch(url, works) : null;
      const servers: PageServer[] = [];
      try {
        for (const checkout of checkouts) servers.push(await startServer(checkout, ground));
        if (index !== null && checkouts[0])
          servers.push(
            await startServer(
              { ...checkouts[0], name: 'Elasticsearch' },
              { ...ground, elasticsearch: index.env },
            ),
          );
        console.error(`Asking for pages of ${works.toLocaleString('en')} works`);
        times.push(...(await measurePages(servers, collection, { requests, warmUp })));
        if (isAlone && chromiumPath !== undefined)
          times.push(
            ...(await measureReranking(servers, collection, { changes: requests, warmUp: browserWarmUp })),
          );
      } finally {
        await Promise.all(servers.map((server) => server.stop()));
        await index?.remove();
      }
    }
    return times;
  } finally {
    await postgres.close();
    // As root, Postgres keeps its files outside the data folder.
    for (const folder of [postgres.folder, dataDir]) await rm(folder, { recursive: true, force: true });
  }
}

function machine(): string {
  return `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end`;
}

process.exitCode = await main();
