import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isGenerated, isInstalled, markInstalled, nodeProblem } from './installation.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.9.1'])('Node %s will do', (version) => {
  expect(nodeProblem(version)).toBeNull();
});

test.each([
  ['18.20.4', 'too old'],
  ['20.18.3', 'too old'],
  ['25.0.0', 'newer than'],
])('Node %s is told to be %s, and what is needed', (version, what) => {
  expect(nodeProblem(version)).toContain(`Node ${version} is ${what}`);
  expect(nodeProblem(version)).toContain('20.19 or later, up to 24');
});

describe('packages', () => {
  let root: string;
  const file = (name: string) => path.join(root, name);
  const write = async (name: string, minutesAgo: number, text = '') => {
    await mkdir(path.dirname(file(name)), { recursive: true });
    await writeFile(file(name), text);
    const time = new Date(Date.now() - minutesAgo * 60_000);
    await utimes(file(name), time, time);
  };

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'gafu-installation-'));
    await write('package-lock.json', 10, 'first');
  });
  afterEach(() => rm(root, { recursive: true }));

  test('are missing in a new clone', () => {
    expect(isInstalled(root)).toBe(false);
  });

  test('are there when npm installed them after the lock was written, by hand too', async () => {
    await write('node_modules/.package-lock.json', 5);
    expect(isInstalled(root)).toBe(true);
  });

  test('are installed again when the lock has changed, and not when only its time has', async () => {
    await write('node_modules/.package-lock.json', 15);
    markInstalled(root);
    await write('package-lock.json', 1, 'first');
    expect(isInstalled(root)).toBe(true);
    await write('package-lock.json', 1, 'second');
    expect(isInstalled(root)).toBe(false);
  });

  test('have their database client generated when there is none, and when the schema has changed', async () => {
    await write('prisma/schema.prisma', 10);
    expect(isGenerated(root)).toBe(false);
    await write('lib/catalog/prisma/client.ts', 5);
    expect(isGenerated(root)).toBe(true);
    await write('prisma/schema.prisma', 1);
    expect(isGenerated(root)).toBe(false);
  });
});
