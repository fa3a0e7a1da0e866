import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import sharp, { type Sharp } from 'sharp';

import { allWorks, manifestCsv, type Work } from './catalogue';
import { painters } from './painters/painters';
import { subjects } from './subjects/subjects';

const folder = path.join(__dirname, 'works');
const manifestFile = path.join(__dirname, 'manifest.csv');
const works = allWorks();

/** Small enough that another processor's rounding vanishes, large enough that brushwork stays. */
const COMPARED_PX = 192;
/** The same strokes encoded again give 0 here; another seed of the same painter gives 9 and more, another brush size about as much. */
const TOLERANCE = 3;

async function small(image: Sharp): Promise<Buffer> {
  return image.removeAlpha().resize(COMPARED_PX, COMPARED_PX, { fit: 'fill' }).raw().toBuffer();
}

/** Mean absolute difference per channel, 0 to 255. */
async function difference(a: Sharp, b: Sharp): Promise<number> {
  const [one, other] = [await small(a), await small(b)];
  return one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0) / one.length;
}

// From bytes: reading pictures from paths is closed to the process once lib/images is loaded in it.
const committed = ({ file }: Work): Sharp => sharp(readFileSync(path.join(folder, file)));

/** One work of every painter, each of another subject. */
const chosen = painters.map((painter, i): Work => {
  const work = works.find(
    (w) => w.painter === painter && w.subject === subjects[(i * 5 + 1) % subjects.length],
  );
  if (!work) throw new Error(`${painter.id} has no work to compare.`);
  return work;
});

const painted = (run: string, { file }: Work): string => path.join(outputs, run, 'works', file);
let outputs = '';

/** Paints in a process of its own, as `npm run samples` does: inside Jest the same arithmetic takes twenty times longer. */
async function paint(run: string, painted: readonly Work[]): Promise<void> {
  const only = painted.flatMap(({ file }) => ['--only', path.parse(file).name]);
  const generator = [
    '--import',
    'tsx',
    path.join(__dirname, 'generate.ts'),
    '--out',
    path.join(outputs, run),
  ];
  await promisify(execFile)(process.execPath, [...generator, ...only]);
}

beforeAll(async () => {
  outputs = mkdtempSync(path.join(tmpdir(), 'gafu-samples-'));
  await paint('once', chosen);
  await paint('again', chosen.slice(0, 2));
}, 300_000);

afterAll(() => rmSync(outputs, { recursive: true }));

describe('the sample collection', () => {
  it('shows at least twelve subjects by at least twelve painters, each painter every subject', () => {
    expect(painters.length).toBeGreaterThanOrEqual(12);
    expect(subjects.length).toBeGreaterThanOrEqual(12);
    expect(works).toHaveLength(painters.length * subjects.length);
  });

  it('lists every work in the manifest as the catalogue has it', () => {
    const manifest = readFileSync(manifestFile, 'utf8');
    expect(manifest).toBe(manifestCsv(works));
    const rows: Record<string, string>[] = parse(manifest, { columns: true });
    expect(new Set(rows.map(({ file }) => file)).size).toBe(works.length);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(works.length);
    for (const row of rows) expect(Object.values(row).every((field) => field.length > 0)).toBe(true);
  });

  it('holds exactly the files of the manifest, within twelve megabytes', () => {
    expect(readdirSync(folder).sort()).toEqual(works.map(({ file }) => file).sort());
    const totalBytes = works.reduce((sum, { file }) => sum + statSync(path.join(folder, file)).size, 0);
    expect(totalBytes).toBeLessThanOrEqual(12e6);
  });

  it('keeps every work at 1,024 pixels on its long side', async () => {
    for (const work of works) {
      const { width, height } = await committed(work).metadata();
      expect({ file: work.file, longSide: Math.max(width, height) }).toEqual({
        file: work.file,
        longSide: 1024,
      });
    }
  });

  it('paints the same work twice alike, byte for byte', () => {
    for (const work of chosen.slice(0, 2))
      expect(readFileSync(painted('again', work)).equals(readFileSync(painted('once', work)))).toBe(true);
  });

  it.each(chosen.map((work) => [work.file, work] as const))(
    'still paints %s as committed',
    async (_, work) => {
      expect(await difference(sharp(readFileSync(painted('once', work))), committed(work))).toBeLessThan(
        TOLERANCE,
      );
    },
  );

  it('would notice another hand: two painters’ works of one subject differ far beyond the tolerance', async () => {
    for (const [i, work] of chosen.entries()) {
      const other = works.find(
        ({ painter, subject }) => subject === work.subject && painter === painters[(i + 1) % painters.length],
      );
      if (!other) throw new Error(`Nobody else has painted ${work.subject.id}.`);
      expect(await difference(committed(work), committed(other))).toBeGreaterThan(3 * TOLERANCE);
    }
  });
});
