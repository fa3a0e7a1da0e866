import { copyFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useTestDatabase } from '../support/database';
import { peakResidentBytes, processTree } from '../support/process-memory';
import { runProgram } from '../support/program';

const megabyte = 2 ** 20;
const sampleEveryMs = 50;
const sizeBytes = 2 ** 31 + 2 ** 20;
const sparseFiles = ['a.tif', 'b.tif', 'c.tif', 'd.tif'];

const postgres = useTestDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-memory-'));
  await copyFile('samples/works/cubist-cat.webp', path.join(folder, 'good.webp'));
  for (const name of sparseFiles) {
    const file = await open(path.join(folder, name), 'w');
    await file.truncate(sizeBytes);
    await file.close();
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** `gafu add` of these files. @returns the most memory that its processes held, all together */
async function peakOf(files: readonly string[]): Promise<{ output: string; peakBytes: number }> {
  const manifest = path.join(folder, 'list.csv');
  await writeFile(manifest, ['file', ...files].join('\n'));
  const command = runProgram(['cli/gafu.mjs', 'add', folder, '--manifest', manifest], {
    DATABASE_URL: postgres.url,
    GAFU_DATA_DIR: postgres.dataDir,
    GAFU_RECIPE: 'lite',
  });
  const peaks = new Map<number, number>();
  const sampling = setInterval(() => {
    for (const pid of processTree(command.child.pid ?? 0))
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakResidentBytes(pid)));
  }, sampleEveryMs);
  await command.end();
  clearInterval(sampling);
  return { output: command.output(), peakBytes: [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

test('Files of 2 GB cost gafu add no memory', async () => {
  const plain = await peakOf(['good.webp']);
  expect(plain.output).toMatch(/Added 1 work,.* refused 0 rows/);
  const sparse = await peakOf(['good.webp', ...sparseFiles]);
  expect(sparse.output).toMatch(/left 1 unchanged, refused 4 rows[^]*a\.tif.*2049 MB; at most/);
  const shown = ({ peakBytes }: { peakBytes: number }) => `${(peakBytes / megabyte).toFixed(0)} MB`;
  console.log(
    `Peak memory of gafu add, all processes: ${shown(sparse)} with four files of 2 GB, ${shown(plain)} without.`,
  );
  expect(sparse.peakBytes - plain.peakBytes).toBeLessThan(200 * megabyte);
}, 180_000);
