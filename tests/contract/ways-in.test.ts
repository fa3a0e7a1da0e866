import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { runImport } from '@/lib/imports/run-import';
import { cleveland } from '@/lib/imports/sources/cleveland';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { editBatch } from '@/lib/ingest/batch/edit-batch';
import { openBatch } from '@/lib/ingest/batch/open-batch';
import { addFolder } from '@/lib/ingest/folder/add-folder';
import { painted } from '../bad-input/pictures';
import { publish, rowsOf, upload } from '../batch/steps';
import { pictureUrl, serve } from '../imports/museum-works';
import { useTestDatabase } from '../support/database';
import { sends, useMuseums } from '../support/museums';

const collection = useTestDatabase();
const museums = useMuseums();
let folder = '';

beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'gafu-ways-in-'))));
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  await collection.db.batch.deleteMany();
  await collection.db.importRun.deleteMany();
  await collection.db.artwork.deleteMany();
});

/** What a way in says of a work: why it was refused, or nothing. */
type WayIn = (bytes: Buffer, fields: Readonly<Record<string, string>>) => Promise<string | null>;

async function listOf(bytes: Buffer, fields: Readonly<Record<string, string>>): Promise<string> {
  await writeFile(path.join(folder, 'work.jpg'), bytes);
  const manifest = path.join(folder, 'works.jsonl');
  await writeFile(manifest, JSON.stringify({ file: 'work.jpg', ...fields }));
  return manifest;
}

async function tableOf(bytes: Buffer, fields: Readonly<Record<string, string>>): Promise<string> {
  await writeFile(path.join(folder, 'work.jpg'), bytes);
  const manifest = path.join(folder, 'works.csv');
  const [names, values] = [Object.keys(fields), Object.values(fields)];
  await writeFile(
    manifest,
    `file,${names.join(',')}\nwork.jpg,${values.map((one) => `"${one}"`).join(',')}\n`,
  );
  return manifest;
}

// A dry run: what is refused is refused before anything is stored.
const refusalOf = async (manifest: string) =>
  (await addFolder({ folder, manifest, dryRun: true })).refused[0]?.reason ?? null;

const byList: WayIn = async (bytes, fields) => refusalOf(await listOf(bytes, fields));
const byTable: WayIn = async (bytes, fields) => refusalOf(await tableOf(bytes, fields));

/** What the route of the API does with a picture and its fields. */
const byApi: WayIn = async (bytes, fields) => {
  try {
    await addArtwork(bytes, parseArtworkDetails(fields));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

const byImport: WayIn = async (bytes) => {
  await serve(museums(), [{ number: '1900.1' }]);
  museums().at(pictureUrl('1900.1'), sends(bytes, { 'content-type': 'image/jpeg' }));
  const { refused } = await runImport({ source: cleveland, choice: { openOnly: true }, web: museums().web });
  return refused[0]?.reason ?? null;
};

/** A batch of the browser, with what a curator types in its table. @returns its id */
async function batchOf(bytes: Buffer, fields: Readonly<Record<string, string>>): Promise<string> {
  const batchId = await openBatch('Ways in');
  const [id = ''] = await upload(batchId, { 'work.jpg': bytes });
  const edits = Object.entries(fields).map(([column, text]) => ({ id, column, text }));
  await editBatch(batchId, { kind: 'cells', edits });
  return batchId;
}

const byBatch: WayIn = async (bytes, fields) => {
  const batchId = await batchOf(bytes, fields);
  const [row] = await rowsOf(batchId);
  if (row?.state === 'refused') return row.reason;
  const [issue] = Object.entries(row?.issues ?? {});
  if (issue !== undefined) return `The details of the work cannot be used: ${issue.join(' ')}.`;
  await publish(batchId);
  return null;
};

const ways = { byList, byTable, byApi, byImport, byBatch };

test.each([
  ['cut short', async () => (await painted(200, 150).jpeg().toBuffer()).subarray(0, 2000), /cut short/],
  ['too small', () => painted(20, 20).png().toBuffer(), /20 × 20/],
  ['too long', () => strip(), /128/],
  ['animated', () => animated(), /2 frames/],
])(
  'A picture that is %s is refused in the same words, whichever way it comes',
  async (_, make, words) => {
    const bytes = await make();
    const said = [];
    for (const way of Object.values(ways)) said.push(await way(bytes, { title: 'Sea' }));
    expect(said[0]).toMatch(words);
    expect(new Set(said).size).toBe(1);
    expect(await collection.db.artwork.count()).toBe(0);
  },
  60_000,
);

test.each([
  ['title', 'x'.repeat(301), /title may have at most 300 characters/],
  ['medium', 'x'.repeat(201), /medium may have at most 200 characters/],
  ['artist', Array.from({ length: 21 }, (_, i) => `A${i}`).join(';'), /artist may have at most 20 names/],
])(
  'A %s that cannot be kept is refused in the same words by lists, the API and batches',
  async (name, value, words) => {
    const bytes = await painted().png().toBuffer();
    const fields = { title: 'Sea', [name]: value };
    const said = [];
    for (const way of [byList, byTable, byApi, byBatch]) said.push(await way(bytes, fields));
    expect(said[0]).toMatch(words);
    expect(new Set(said).size).toBe(1);
  },
  60_000,
);

test.each([
  ['the API', byApi],
  ['a batch', byBatch],
])(
  'A good work that %s has brought is known again, whichever way it comes',
  async (_, first) => {
    const bytes = await painted(120, 90).png().toBuffer();
    const fields = { title: 'Sea', artist: 'Ada; Bea', medium: 'oil', rights: 'CC0' };
    expect(await first(bytes, fields)).toBeNull();
    // Unchanged: picture and every field are those that were stored.
    for (const manifest of [await listOf(bytes, fields), await tableOf(bytes, fields)])
      expect(await addFolder({ folder, manifest, dryRun: true })).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 1,
        refused: [],
      });
    expect(await byImport(bytes, fields)).toBeNull();
    const [row] = await rowsOf(await batchOf(bytes, fields));
    expect(row?.lookalikes).toMatchObject([{ kind: 'work', title: 'Sea', isExact: true }]);
    expect((await addArtwork(bytes, parseArtworkDetails(fields))).duplicateOf?.title).toBe('Sea');
    expect(await collection.db.artwork.count()).toBe(1);
  },
  60_000,
);

function strip(): Promise<Buffer> {
  return sharp({ create: { width: 32 * 140, height: 32, channels: 3, background: '#446688' } })
    .png()
    .toBuffer();
}

function animated(): Promise<Buffer> {
  const frames = { width: 64, height: 128, channels: 3 as const, pageHeight: 64 };
  // Equal frames would be written as one.
  return sharp(Buffer.concat([Buffer.alloc(64 * 64 * 3, 90), Buffer.alloc(64 * 64 * 3, 200)]), {
    raw: frames,
  })
    .gif()
    .toBuffer();
}
