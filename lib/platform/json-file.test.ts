import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file';
import { log } from './log';

const schema = z.object({ name: z.string(), values: z.array(z.number()) });
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-json-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('what is written is read again, numbers rounded and a row to a line', async () => {
  const file = path.join(folder, 'new', 'a.json');
  await writeJsonFile(file, { name: '[1, 2]', values: [0.123456, -2, 1e-9] }, 3);
  expect(await readFile(file, 'utf8')).toBe('{\n  "name": "[1, 2]",\n  "values": [ 0.123, -2, 0 ]\n}\n');
  expect(await readJsonFile(file, schema)).toEqual({ name: '[1, 2]', values: [0.123, -2, 0] });
  expect(await readdir(path.dirname(file))).toEqual(['a.json']);
});

test('a file that is not there, cut short or of another shape counts as none; the last two are warned of', async () => {
  const warned = jest.spyOn(log, 'warn').mockImplementation(() => undefined);
  const file = path.join(folder, 'a.json');
  expect(await readJsonFile(file, schema)).toBeNull();
  expect(warned).not.toHaveBeenCalled();
  for (const text of ['{"name": "cut', '{"name": 1, "values": []}']) {
    await writeFile(file, text);
    expect(await readJsonFile(file, schema)).toBeNull();
  }
  expect(warned).toHaveBeenCalledTimes(2);
});
