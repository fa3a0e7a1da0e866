import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countEmbeddings, findLiveSpaces } from '@/lib/catalog/spaces.repository';
import { type Report } from '@/lib/evaluate/report/report';
import { networkKinds } from '@/lib/vision/embedding';
import { useTestDatabase } from './support/database';
import { runProgram } from './support/program';
import { testNetwork } from './support/test-network';

const painters = 4;
const subjects = 6;
const minute = 60_000;

/** The commands of an operator who fits the recipe on pictures of their own, in their order. */
describe('an operator’s own fit', () => {
  const collection = useTestDatabase();
  const works = path.resolve('samples/works');
  let folder: string;
  let fitted: string;
  let manifest: string;

  /** @returns stdout and stderr */
  async function gafu(...args: string[]): Promise<string> {
    const program = runProgram([path.resolve('cli/gafu.mjs'), ...args], {
      GAFU_MODELS_DIR: path.join(folder, 'models'),
    });
    const code = await program.end();
    if (code !== 0) throw new Error(`gafu ${args.join(' ')} ended with ${code}:\n${program.output()}`);
    return program.output();
  }

  const fit = (...more: string[]) =>
    gafu('fit', '--images', works, '--manifest', manifest, '--reproductions', '1', ...more);

  async function mapAt10(): Promise<number> {
    const out = path.join(folder, 'report');
    // By the embeddings alone: of two dozen works the neighbours say little.
    const ranking = ['--ranking', 'cosine'];
    await gafu(
      'evaluate',
      '--images',
      works,
      '--manifest',
      manifest,
      '--label',
      'artist',
      ...ranking,
      '--out',
      out,
    );
    const report = JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8')) as Report;
    return report.map_at_10;
  }

  const liveIds = async () => {
    const spaces = await findLiveSpaces(collection.db);
    return networkKinds.map((kind) => spaces[kind]?.id ?? '');
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gafu-own-fit-'));
    fitted = path.join(folder, 'models', testNetwork.recipe);
    await mkdir(fitted, { recursive: true });
    const network = testNetwork.name === 'lite' ? ['model.json', 'weights.bin', 'provenance.json'] : [];
    for (const file of [...networkKinds.map((kind) => `${kind}.projection`), ...network])
      await copyFile(path.join('models', testNetwork.recipe, file), path.join(fitted, file));
    manifest = path.join(folder, 'works.csv');
    const [head = '', ...rows] = (await readFile('samples/manifest.csv', 'utf8')).trim().split('\r\n');
    const artistOf = (row: string) => row.split('","')[1];
    const chosen = [...new Set(rows.map(artistOf))].slice(0, painters);
    // The list goes through the painters, subject by subject.
    const own = rows.filter((row) => chosen.includes(artistOf(row))).slice(0, painters * subjects);
    await writeFile(manifest, [head, ...own].join('\r\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test(
    'is measured before and after, and searched by once it is changed over to',
    async () => {
      if (testNetwork.name === 'vgg19') await gafu('models', 'install');
      await gafu('add', works, '--manifest', manifest);
      const [before, shipped] = [await mapAt10(), await liveIds()];

      const printed = await fit('--label', 'artist');
      expect(printed).toContain(`Written to ${fitted}`);
      expect(await liveIds()).toEqual(shipped);
      // Two dozen pictures are few beside what the shipped recipe was fitted on, so it may lose a little, but no more.
      const after = await mapAt10();
      expect(after).not.toBe(before);
      expect(after).toBeGreaterThan(before - 0.05);

      expect(await gafu('reindex')).toContain(`${painters * subjects} works are searched by`);
      for (const [index, id] of (await liveIds()).entries()) {
        expect(id).not.toBe(shipped[index]);
        expect(await countEmbeddings(collection.db, id)).toBe(painters * subjects);
      }
    },
    10 * minute,
  );

  test(
    'by labels differs from one without',
    async () => {
      const style = () => readFile(path.join(fitted, 'style.projection'));
      const labelled = await style();
      await fit();
      expect((await style()).equals(labelled)).toBe(false);
    },
    2 * minute,
  );

  test(
    'is refused where the recipe could not heed the label, or the pictures have none',
    async () => {
      await expect(fit('--label', 'artist', '--recipe', 'article')).rejects.toThrow(
        'The recipe "article" learns nothing from labels',
      );
      await expect(fit('--label', 'painter')).rejects.toThrow('has no column "painter". Its columns: file,');
    },
    minute,
  );
});
