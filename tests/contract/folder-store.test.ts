import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderStore } from '@/lib/images/folder-store';
import { describeImageStore } from './image-store';

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

describeImageStore('a folder', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'gafu-test-images-'));
  roots.push(root);
  return {
    store: folderStore(root),
    other: folderStore(root),
    paths: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    },
  };
});
