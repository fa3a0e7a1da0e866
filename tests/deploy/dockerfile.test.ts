import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Instructions with their continued lines joined, comments left out. */
const instructions = readFileSync('Dockerfile', 'utf8')
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '');
const ofKind = (kind: string) =>
  instructions.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
const stages = ofKind('FROM').flatMap((from) => / AS (\S+)$/.exec(from)?.[1] ?? []);
const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

test('the base image is told in full, and stages come from it or from each other', () => {
  for (const from of ofKind('FROM').map((line) => line.split(' ')[0] ?? ''))
    if (from !== 'scratch' && !stages.includes(from)) expect(from).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/);
});

test('what is copied exists, and .dockerignore lets it in', () => {
  const copies = ofKind('COPY').filter((copy) => !copy.startsWith('--from') && copy !== '. .');
  for (const source of copies.flatMap((copy) => copy.split(/\s+/).slice(0, -1))) {
    expect([source, existsSync(source)]).toEqual([source, true]);
    const parts = source.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'));
    expect([source, parts.some((part) => ignored.includes(`!${part}`))]).toEqual([source, true]);
  }
  for (const stage of ofKind('COPY').flatMap((copy) => /^--from=(\S+)/.exec(copy)?.[1] ?? []))
    expect(stages).toContain(stage);
});

test('nothing comes in but what is named, so that no secret does', () => {
  expect(ignored.filter((line) => line !== '' && !line.startsWith('#'))[0]).toBe('*');
  expect(ignored.some((line) => line.startsWith('!.env') || line === '!data')).toBe(false);
});

test('it runs as nobody in particular, and says how it is', () => {
  expect(ofKind('USER').at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(ofKind('HEALTHCHECK').at(-1)).toContain('/api/health');
  expect(existsSync('app/api/health/route.ts')).toBe(true);
});

test('make-env.sh fills in every secret, each its own, for its owner alone, and writes nothing over', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gafu-test-env-'));
  const file = path.join(folder, '.env');
  const make = () =>
    execFileSync('sh', ['deploy/make-env.sh', 'https://art.example.org'], {
      env: { ...process.env, ENV_FILE: file },
      stdio: 'pipe',
    });
  make();
  const values = [...readFileSync(file, 'utf8').matchAll(/^([A-Z]\w*)=(.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  const secrets = values.filter(([name]) => name !== 'PUBLIC_URL').map(([, value]) => value);
  expect(values).toContainEqual(['PUBLIC_URL', 'https://art.example.org']);
  expect(secrets.length).toBeGreaterThan(6);
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{48}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(make).toThrow(/is there already/);
  rmSync(folder, { recursive: true });
});
