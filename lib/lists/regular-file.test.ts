import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '@/lib/platform/problem';
import { readRegularFile } from './regular-file';

const twoGigabytes = 2 ** 31;
const nobody = 65_534;

let folder: string;
let server: net.Server;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-regular-'));
  await chmod(folder, 0o755);
  const at = (name: string) => path.join(folder, name);
  await writeFile(at('file'), 'bytes');
  await writeFile(at('empty'), '');
  await writeFile(at('secret'), 'bytes', { mode: 0o000 });
  await mkdir(at('folder'));
  await symlink('loop', at('loop'));
  await symlink('nowhere', at('dangling'));
  await symlink('file', at('link'));
  execFileSync('mkfifo', [at('pipe')]);
  server = net.createServer().listen(at('socket'));
  const sparse = await open(at('sparse'), 'w');
  await sparse.truncate(twoGigabytes + 1);
  await sparse.close();
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const checkSizeBytes = (sizeBytes: number) => {
  if (sizeBytes > 1000) throw new Problem('too-large', `${sizeBytes} bytes are too many.`);
};
const read = (name: string) =>
  readRegularFile(path.join(folder, name), { name, kind: 'invalid-request', checkSizeBytes });

test.each([
  ['file', 'bytes'],
  ['link', 'bytes'],
  ['empty', ''],
])('%s is read', async (name, content) => {
  expect((await read(name)).toString()).toBe(content);
});

test.each([
  ['folder', 'folder is a folder, not a file.'],
  ['pipe', 'pipe is a pipe, not a file.'],
  ['socket', 'socket is a socket, not a file.'],
  ['loop', 'loop is a link that leads back to itself.'],
  ['dangling', 'There is no file dangling.'],
  ['none', 'There is no file none.'],
  ['file/below', 'There is no file file/below: part of its path is a file, not a folder.'],
])('%s is refused in one sentence, at once', async (name, message) => {
  await expect(read(name)).rejects.toMatchObject({ kind: 'invalid-request', message });
});

test('A device is refused, though reading it would never end', async () => {
  const zero = readRegularFile('/dev/zero', { name: 'zero', checkSizeBytes });
  await expect(zero).rejects.toMatchObject({ kind: 'not-found', message: 'zero is a device, not a file.' });
});

test('A file of more than 2 GB is refused before it is read', async () => {
  const before = process.memoryUsage().rss;
  await expect(read('sparse')).rejects.toMatchObject({ kind: 'too-large' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
});

test('A file that may not be read is refused in one sentence', async () => {
  // Root may read everything; the test then gives its rights away for the moment.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    await expect(read('secret')).rejects.toThrow(/^secret may not be read by the account that runs Gafu/);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
