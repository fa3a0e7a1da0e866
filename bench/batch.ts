import { mkdtemp, rm } from 'node:fs/promises';
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
    const commandSeconds = await onEmptySite((env) => addByCommand(pictures, env));
    console.error(`gafu add: ${commandSeconds.toFixed(1)} s`);
    const browserSeconds = await onEmptySite((env) => addByBrowser(pictures, count, env));
    console.error(`browser: ${browserSeconds.toFixed(1)} s`);
    const ratio = browserSeconds / commandSeconds;
    console.log(
      `${count} pictures: ${commandSeconds.toFixed(1)} s by gafu add, ${browserSeconds.toFixed(1)} s in the browser, ` +
        `${ratio.toFixed(2)} × (at most ${ratioMax} ×); ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end`,
    );
    return ratio <= ratioMax ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onEmptySite(
  measure: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<number> {
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
