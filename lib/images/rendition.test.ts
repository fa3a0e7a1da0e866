import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { folderStore } from './folder-store';
import { type ImageStore } from './image-store';
import { rendition } from './rendition';
import { readPicture } from './safe-picture';

let root: string;
let store: ImageStore;
let writes: string[];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'gafu-images-'));
  const folder = folderStore(root);
  writes = [];
  store = {
    ...folder,
    put: (key, bytes) => {
      writes.push(key);
      return folder.put(key, bytes);
    },
  };
});
afterEach(() => rm(root, { recursive: true }));

async function storePicture(width: number, height: number): Promise<string> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#336699' } });
  const { key, bytes } = await readPicture(await picture.png().toBuffer());
  await store.put(key, bytes);
  return key;
}

test('An original is found again under its key, and nothing under another', async () => {
  const key = await storePicture(100, 80);
  expect((await store.get(key))?.byteLength).toBeGreaterThan(0);
  expect(await store.get('0'.repeat(64))).toBeNull();
});

test('A key that is no key never reaches the file system', async () => {
  const traversal = folderStore(root);
  await expect(async () => traversal.get('../../../../etc/passwd')).rejects.toThrow('not an image key');
  await expect(async () => traversal.put(`${'0'.repeat(64)}/../x`, Buffer.from('x'))).rejects.toThrow();
});

test('Putting the same bytes twice, also at once, leaves one whole file and no drafts', async () => {
  const key = await storePicture(100, 80);
  const bytes = await store.get(key);
  await Promise.all(Array.from({ length: 8 }, () => store.put(key, bytes ?? Buffer.alloc(0))));
  const folder = path.join(root, key.slice(0, 2), key.slice(2, 4));
  expect(await readdir(folder)).toEqual([key]);
  expect((await stat(path.join(folder, key))).size).toBe(bytes?.byteLength);
});

test('A rendition is a WebP of the width asked for, never wider than the original', async () => {
  const key = await storePicture(1000, 500);
  const sizes = await Promise.all(
    ([320, 640, 1280] as const).map(async (width) =>
      sharp((await rendition(key, width, store)) ?? '').metadata(),
    ),
  );
  expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
    ['webp', 320, 160],
    ['webp', 640, 320],
    ['webp', 1000, 500],
  ]);
});

test('Twenty who ask at once share one making, and later ones get the kept copy', async () => {
  const key = await storePicture(1000, 500);
  writes = [];
  const all = await Promise.all(Array.from({ length: 20 }, () => rendition(key, 640, store)));
  expect(new Set(all.map((bytes) => bytes?.toString('base64'))).size).toBe(1);
  await rendition(key, 640, store);
  expect(writes).toEqual([`${key}-640.webp`]);
});

test('There is no rendition of a picture that is not there', async () => {
  expect(await rendition('0'.repeat(64), 320, store)).toBeNull();
});

test('Deleting a picture takes its renditions along', async () => {
  const key = await storePicture(400, 400);
  await rendition(key, 320, store);
  await store.delete(key);
  await store.delete(key);
  expect(await Promise.all([store.get(key), store.get(`${key}-320.webp`)])).toEqual([null, null]);
});
