import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sourceDigest } from '@/cli/start/source-digest';
import { type Database } from '@/lib/catalog/database';
import { readList } from '@/lib/lists/list';
import { withFileLock } from '@/lib/platform/file-lock';
import { refreshStrengths } from '@/lib/search/strength/measure-strength';
import { runProgram } from './program';
import { migratedTemplate, testServerFolder, withClient, withDatabase } from './test-server';
import { installTestNetwork } from './test-network';

/** The whole sample collection, embedded: a database to copy, and the data folder that belongs to it. */
export interface SampleTemplate {
  readonly database: string;
  readonly dataDir: string;
}

/** What decides how the samples are stored and embedded. */
const sources = [
  'lib/catalog',
  'lib/images',
  'lib/ingest',
  'lib/lists',
  'lib/vision',
  'samples/manifest.csv',
];
/** VGG19 without libtensorflow needs about a second for each of 144 works. */
const waitMsMax = 900_000;

/** Made by `gafu add` when first asked for, and kept for later runs until its sources change. */
export async function sampleTemplate(serverUrl: string, recipe: 'default' | 'lite'): Promise<SampleTemplate> {
  if (recipe === 'default') await installTestNetwork();
  const models = recipe === 'lite' ? ['models/lite'] : ['models/default', 'models/vgg19/provenance.json'];
  const migrated = await withClient(serverUrl, (admin) => migratedTemplate(admin, serverUrl));
  const digest = sourceDigest(process.cwd(), [...sources, ...models]).slice(0, 8);
  const start = `gafu_template_samples_${recipe}_`;
  const database = `${start}${migrated.slice(-12)}_${digest}`;
  const dataDir = path.join(testServerFolder(), database);
  await mkdir(testServerFolder(), { recursive: true });
  await withFileLock(
    path.join(testServerFolder(), `samples-${recipe}.lock`),
    () =>
      withClient(serverUrl, async (admin) => {
        const { rows } = await admin.query<{ name: string }>(
          'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
          [start],
        );
        if (existsSync(dataDir) && rows.some(({ name }) => name === database)) return;
        for (const { name } of rows) {
          await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
          rmSync(path.join(testServerFolder(), name), { recursive: true, force: true });
        }
        const making = `${database}_making`;
        const folder = path.join(testServerFolder(), making);
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder);
        await chmod(folder, 0o755);
        await admin.query(`CREATE DATABASE ${making} TEMPLATE ${migrated}`);
        await embedSamples({ url: withDatabase(serverUrl, making), dataDir: folder, recipe });
        await rm(dataDir, { recursive: true, force: true });
        await rename(folder, dataDir);
        await admin.query(`ALTER DATABASE ${making} RENAME TO ${database}`);
      }),
    waitMsMax,
  );
  return { database, dataDir };
}

async function embedSamples(making: { url: string; dataDir: string; recipe: string }): Promise<void> {
  const command = runProgram(
    ['cli/gafu.mjs', 'add', 'samples/works', '--manifest', 'samples/manifest.csv', '--json'],
    { DATABASE_URL: making.url, GAFU_DATA_DIR: making.dataDir, GAFU_RECIPE: making.recipe },
  );
  const code = await command.end();
  if (code !== 0) throw new Error(`The samples could not be embedded (${code}):\n${command.output()}`);
}

/**
 * Removes all works but these, as if they alone had been added.
 * @param names of files in `samples/works`, without `.webp`
 */
export async function keepSamples(db: Database, names: readonly string[]): Promise<void> {
  const { rows } = await readList('samples/manifest.csv');
  const titles = names.map((name) => {
    const row = rows.find(({ file }) => file === `${name}.webp`);
    if (!row) throw new Error(`There is no sample ${name}.`);
    return row.values.title ?? '';
  });
  await db.artwork.deleteMany({ where: { title: { notIn: titles } } });
  await db.image.deleteMany({ where: { artwork: null } });
  await db.maker.deleteMany({ where: { attributions: { none: {} } } });
  // No index and no harvester has learnt of the works that are gone, and strengths are those of the whole collection.
  await db.removedArtwork.deleteMany();
  await db.$executeRaw`DELETE FROM harvest_records WHERE is_deleted`;
  await db.$executeRaw`DELETE FROM index_changes WHERE artwork_id NOT IN (SELECT id FROM artworks)`;
  await db.spaceStrength.deleteMany();
  await refreshStrengths(db);
}
