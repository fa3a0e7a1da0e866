import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '@/cli/start/build';
import { openEmbeddedPostgres } from '@/lib/catalog/postgres/embedded';
import { addByBrowser } from './batch/by-browser';
import { addByCommand } from './batch/by-command';
import { makePictures } from './batch/pictures';

const usage = `usage: npm run bench -- batch [--pictures 500]
Measures how long it takes until so many new pictures can be searched: uploaded, embedded and published by the page for
batches in Chromium, and by gafu add. Each has an empty site of its own with an embedded Postgres.`;

/** The page may take so many times as long. */
const ratioMax = 1.3;
/** Of Linux. */
const ticksPerSecond = 100;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { pictures: { type: 'string', default: '500' } } });
  const count = Number(values.pictures);
  if (!Number.isInteger(count) || count < 1 || count > 2000) {
    console.error(usage);
    return 2;
  }
  await ensureBuilt(process.cwd(), new AbortController().signal);
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-bench-batch-'));
  try {
    const pictures = path.join(folder, 'pictures');
    await makePictures(pictures, count);
    const command = await onEmptySite((env) => addByCommand(pictures, env));
    console.error(`gafu add: ${said(command)}`);
    const browser = await onEmptySite((env) => addByBrowser(pictures, count, env));
    console.error(`browser: ${said(browser)}`);
    const ratio = browser.seconds / command.seconds;
    console.log(
      `${count} pictures: ${said(command)} by gafu add, ${said(browser)} in the browser, ` +
        `${ratio.toFixed(2)} × (at most ${ratioMax} ×); ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end`,
    );
    return ratio <= ratioMax ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Cost {
  readonly seconds: number;
  /** Of all processes, start included: says more than the clock on a machine that has other things to do. */
  readonly cpuSeconds: number;
}

const said = ({ seconds, cpuSeconds }: Cost) => `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(0)} s of CPU)`;

/** @param measure does it, and returns the seconds that it took */
async function onEmptySite(
  measure: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<Cost> {
  const cpuBefore = await cpuOfEndedChildren();
  const seconds = await onSite(measure);
  return { seconds, cpuSeconds: (await cpuOfEndedChildren()) - cpuBefore };
}

/** Seconds of CPU of all processes that this one started and that have ended (Linux). */
async function cpuOfEndedChildren(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => '');
  const [, , , , , , , , , , , , , userTicks = 0, systemTicks = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return (userTicks + systemTicks) / ticksPerSecond;
}

async function onSite(measure: (env: Readonly<Record<string, string>>) => Promise<number>): Promise<number> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-bench-batch-data-'));
  const postgres = await openEmbeddedPostgres(dataDir);
  try {
    return await measure({
      DATABASE_URL: postgres.url,
      GAFU_DATA_DIR: dataDir,
      ELASTICSEARCH_URL: '',
      S3_BUCKET: '',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
    });
  } finally {
    await postgres.close();
    // As root, Postgres keeps its files outside the data folder.
    for (const folder of [postgres.folder, dataDir]) await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
