import { readdirSync } from 'node:fs';
import path from 'node:path';
import { reportError } from './output';
import { runProgram } from '@/tests/support/program';

const gafu = (args: readonly string[], env: Record<string, string> = {}) =>
  runProgram([path.resolve('cli/gafu.mjs'), ...args], env);

test('the help lists every command, with examples', async () => {
  const program = gafu(['--help']);
  expect(await program.end()).toBe(0);
  const commands = readdirSync('cli/commands').filter((file) => !file.includes('.test.'));
  for (const file of commands)
    expect(program.output()).toMatch(new RegExp(`^  ${path.basename(file, '.ts')} `, 'm'));
  expect(program.output()).toContain('Examples:');
}, 60_000);

test('an unknown command and a bad setting end with code 1 and a reason, without a stack', async () => {
  const unknown = gafu(['serach']);
  const bad = gafu(['status'], { PORT: '0x', LOG_LEVEL: 'loud' });
  expect([await unknown.end(), await bad.end()]).toEqual([1, 1]);
  expect(unknown.output()).toContain("unknown command 'serach'");
  expect(bad.output()).toMatch(/2 settings.*PORT: "0x".*LOG_LEVEL: "loud"/s);
  expect(bad.output()).not.toMatch(/^\s+at /m);
}, 60_000);

test('a database that cannot be reached is reported without its password', async () => {
  const program = gafu(['status'], { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/gafu' });
  expect(await program.end()).toBe(1);
  expect(program.output()).toMatch(/The database gafu on 127.0.0.1:1 cannot be used: .*ECONNREFUSED/);
  expect(program.output()).not.toContain('secret');
}, 60_000);

test('a file that may not be written is reported in one sentence', () => {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const error = Object.assign(new Error('EROFS: …'), { code: 'EROFS', path: '/srv/report.json' });
  expect(reportError(error)).toBe(1);
  expect(printed).toHaveBeenLastCalledWith(
    '/srv/report.json cannot be used: the file system is read-only. Mount it for writing, or choose another place.',
  );
});

test('a picture that cannot be read is reported in one sentence', async () => {
  const [missing, folder] = [gafu(['describe', 'none.jpg']), gafu(['search', 'samples'])];
  expect([await missing.end(), await folder.end()]).toEqual([1, 1]);
  expect(missing.output()).toBe('There is no file none.jpg.\n');
  expect(folder.output()).toBe('samples is a folder, not a file.\n');
}, 60_000);

test('a defect is reported with its stack and its own exit code', () => {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const defect = new Error('unthinkable');
  expect(reportError(defect)).toBe(70);
  expect(printed).toHaveBeenCalledWith(defect);
});
