import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbeddedPostgres } from '@/lib/catalog/postgres/embedded';
import { settings } from '@/lib/platform/settings';
import { runProgram } from '@/tests/support/program';
import { picturesInView, shares, stepsOfVisit } from './load/mix';
import { linkRenditions } from './load/renditions';
import { loadTable } from './load/table';
import { type Observed, visit } from './load/visitor';
import { presentCheckout } from './pages/checkout';
import { fillDatabase } from './pages/fill';
import { type PageServer, startServer } from './pages/server';
import { compactSpaces, workRows } from './pages/works';

const usage = `usage: npm run bench -- load [--works 20000] [--connections 20] [--seconds 30] [--add 50] [--servers 1] [--no-pictures]
Asks a production build for as much as it answers: so many visitors at once, each one request after the other, on synthetic
works in an embedded Postgres of its own. Of a hundred steps ${Object.entries(shares)
  .map(([step, share]) => `${share} go to ${step}`)
  .join(', ')};
half of all steps about a work are about an eighth of the works. Each page is followed by the pictures in view
(${picturesInView} at most) that the visitor does not have yet, and every ${stepsOfVisit} steps a new visitor comes. Meanwhile
\`gafu add\` adds so many sample works. Several servers on one database share the visitors, as behind a load balancer. The
client runs on the same machine, and takes its share of it.`;

const warmUpSeconds = 5;
const sampleFolder = path.join('samples', 'works');
const samplePictures = readdirSync(sampleFolder).sort();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      works: { type: 'string', default: '20000' },
      connections: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '30' },
      add: { type: 'string', default: '50' },
      servers: { type: 'string', default: '1' },
      'no-pictures': { type: 'boolean', default: false },
    },
  });
  const [works = 0, connections = 0, seconds = 0, adding = 0, serverCount = 0] = [
    values.works,
    values.connections,
    values.seconds,
    values.add,
    values.servers,
  ].map(Number);
  if (
    ![works, connections, seconds, serverCount].every((one) => Number.isInteger(one) && one > 0) ||
    !(adding >= 0)
  ) {
    console.error(usage);
    return 2;
  }
  const checkout = await presentCheckout();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-bench-load-'));
  const postgres = await openEmbeddedPostgres(dataDir);
  try {
    console.error(`Filling a database with ${works.toLocaleString('en')} works`);
    const spaces = await compactSpaces(settings().modelsDir);
    const { url, collection } = await fillDatabase(postgres.url, works, spaces);
    const keys = Array.from({ length: works }, (_, work) => workRows(collection, work).image.key);
    await linkRenditions(
      path.join(dataDir, 'images'),
      keys,
      path.join(sampleFolder, samplePictures[0] ?? ''),
    );
    const servers: PageServer[] = [];
    try {
      for (let server = 0; server < serverCount; server++)
        servers.push(await startServer(checkout, { databaseUrl: url, dataDir }));
      const observed: Observed[] = [];
      const run = async (forSeconds: number, observe: (one: Observed) => void) => {
        const until = performance.now() + forSeconds * 1000;
        const visitors = Array.from({ length: connections }, (_, seed) =>
          visit({
            origin: servers[seed % servers.length]?.origin ?? '',
            collection,
            seed,
            until,
            withPictures: !values['no-pictures'],
            observe,
          }),
        );
        await Promise.all(visitors);
      };
      await run(warmUpSeconds, () => undefined);
      console.error(`${connections} connections for ${seconds} s, while ${adding} works are added`);
      const added = adding > 0 ? addSamples(adding, dataDir, url) : Promise.resolve(0);
      await run(seconds, (one) => observed.push(one));
      console.log(
        `\n${works.toLocaleString('en')} works in memory; ${serverCount} servers, ${connections} connections for ${seconds} s; ${machine()}.`,
      );
      console.log(`${await added} works were added meanwhile, or soon after.\n`);
      console.log(loadTable(observed, seconds));
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
    return 0;
  } finally {
    await postgres.close();
    for (const folder of [postgres.folder, dataDir]) await rm(folder, { recursive: true, force: true });
  }
}

/** @returns how many works */
async function addSamples(count: number, dataDir: string, databaseUrl: string): Promise<number> {
  const list = path.join(dataDir, 'to-add.csv');
  const rows = samplePictures.slice(0, count).map((name) => `${name},${name},Nobody`);
  writeFileSync(list, ['file,title,artist', ...rows].join('\n'));
  const env = {
    DATABASE_URL: databaseUrl,
    GAFU_DATA_DIR: dataDir,
    GAFU_RECIPE: 'lite',
    ELASTICSEARCH_URL: '',
  };
  const command = runProgram(['cli/gafu.mjs', 'add', sampleFolder, '--manifest', list], env);
  const code = await command.end();
  if (code !== 0) throw new Error(`gafu add ended with ${code}:\n${command.output()}`);
  return rows.length;
}

function machine(): string {
  return `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end`;
}

process.exitCode = await main();
