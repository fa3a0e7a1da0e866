import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesOf } from './find-file';

let folder: string;
const names = [
  'plain.jpg',
  'sub/deep.jpg',
  '.hidden.jpg',
  '..two dots.jpg',
  'Caf\u00e9.jpg', // composed
  'Cafe\u0301 nd.jpg', // decomposed
  'は\u3099.jpg', // decomposed
  'Sub É/É.jpg'.normalize('NFD'),
  'CASE.JPG',
  'twice.jpg',
  'TWICE.jpg',
];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-files-'));
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), '');
  }
  await symlink('round.jpg', path.join(folder, 'round.jpg'));
});
afterAll(() => rm(folder, { recursive: true }));

const find = async (written: string) => path.relative(folder, await (await filesOf(folder))(written));

test.each([
  ['plain.jpg', 'plain.jpg'],
  ['./plain.jpg', 'plain.jpg'],
  ['.\\plain.jpg', 'plain.jpg'],
  ['sub//deep.jpg', 'sub/deep.jpg'],
  ['sub\\deep.jpg', 'sub/deep.jpg'],
  ['.\\sub\\deep.jpg', 'sub/deep.jpg'],
  ['sub/../plain.jpg', 'plain.jpg'],
  ['.hidden.jpg', '.hidden.jpg'],
  ['..two dots.jpg', '..two dots.jpg'],
  ['Cafe\u0301.jpg', 'Caf\u00e9.jpg'],
  ['Caf\u00e9 nd.jpg', 'Cafe\u0301 nd.jpg'],
  ['ば.jpg', 'は\u3099.jpg'],
  ['Sub É\\É.jpg'.normalize('NFC'), 'Sub É/É.jpg'.normalize('NFD')],
  ['case.jpg', 'CASE.JPG'],
  ['PLAIN.jpg', 'plain.jpg'],
  ['SUB/Deep.jpg', 'sub/deep.jpg'],
  ['twice.jpg', 'twice.jpg'],
  ['round.jpg', 'round.jpg'],
])('%j is found as %j', async (written, found) => {
  expect(await find(written)).toBe(found);
});

test.each([
  [
    'Twice.jpg',
    /^Twice\.jpg may be (twice\.jpg or TWICE\.jpg|TWICE\.jpg or twice\.jpg)\. Write the name as it is/,
  ],
  ['none.jpg', /^There is no file none\.jpg\.$/],
  ['plain.jpg/x.jpg', /^There is no file plain\.jpg\/x\.jpg: part of its path is a file, not a folder\.$/],
  [`${'x'.repeat(300)}.jpg`, /^The name x+… \(304 characters\) is too long/],
  ['../etc/passwd', /^\.\.\/etc\/passwd is outside the folder/],
  ['..\\..\\etc\\passwd', /is outside the folder/],
  ['/etc/passwd', /is outside the folder/],
  ['C:\\scans\\a.jpg', /^There is no file C:\\scans\\a\.jpg\.$/],
  ['a\0b.jpg', /cannot be the name of a file/],
])('%j is refused in one sentence', async (written, says) => {
  await expect(find(written)).rejects.toMatchObject({
    kind: 'invalid-request',
    message: expect.stringMatching(says),
  });
});

test.each([
  ['none', /^There is no folder .*none\.$/],
  ['plain.jpg', /plain\.jpg is a file, not a folder\.$/],
  ['plain.jpg/none', /^There is no folder .*: part of its path is a file/],
])('A folder %s is refused in one sentence', async (name, says) => {
  await expect(filesOf(path.join(folder, name))).rejects.toMatchObject({
    kind: 'not-found',
    message: expect.stringMatching(says),
  });
});
