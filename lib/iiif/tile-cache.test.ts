import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tileCache } from './tile-cache';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-tiles-'));
});
afterEach(() => rm(folder, { recursive: true }));

const tile = (text: string) => Buffer.from(text.repeat(1000));

async function files(): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => path.join(folder, name));
  const facts = await Promise.all(names.map(async (name) => ((await stat(name)).isFile() ? [name] : [])));
  return facts.flat();
}

test('what was put is there, also for the next process', async () => {
  const cache = tileCache(folder, 1e6);
  expect(await cache.get('a')).toBeNull();
  await cache.put('a', tile('a'));
  expect(await cache.get('a')).toEqual(tile('a'));
  expect(await tileCache(folder, 1e6).get('a')).toEqual(tile('a'));
});

test('the least recently used go when there is too much', async () => {
  const cache = tileCache(folder, 3_500);
  for (const name of ['a', 'b', 'c']) await cache.put(name, tile(name));
  await cache.get('a');
  await cache.put('d', tile('d'));
  expect(await cache.get('b')).toBeNull();
  expect(await cache.get('a')).toEqual(tile('a'));
  expect(await cache.get('d')).toEqual(tile('d'));
  expect(await cache.sizeBytes()).toBeLessThanOrEqual(3_500);
  expect((await files()).length).toBe(3);
});

test('a damaged file is not served', async () => {
  await tileCache(folder, 1e6).put('a', tile('a'));
  const [file = ''] = await files();
  await writeFile(file, Buffer.alloc(900));
  const cache = tileCache(folder, 1e6);
  expect(await cache.get('a')).toBeNull();
  expect(await files()).toEqual([]);
});

test('a folder that cannot be written costs the cache and nothing else', async () => {
  const file = path.join(folder, 'no-folder');
  await writeFile(file, '');
  const cache = tileCache(path.join(file, 'tiles'), 1e6);
  await cache.put('a', tile('a'));
  expect(await cache.get('a')).toBeNull();
});
