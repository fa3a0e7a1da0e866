import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readListedPictures } from './listed-pictures';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-list-'));
  await writeFile(path.join(folder, 'a.jpg'), '');
});
afterAll(() => rm(folder, { recursive: true }));

async function read(csv: string, needed: string[] = []) {
  const file = path.join(folder, 'pictures.csv');
  await writeFile(file, csv);
  return readListedPictures(file, folder, needed);
}

test('reads every column of every picture, quoted commas and a byte order mark included', async () => {
  const [picture] = await read('\uFEFFfile,artist,title\na.jpg,Hokusai,"Wave, the great"\n', ['artist']);
  expect(picture).toMatchObject({
    file: 'a.jpg',
    path: path.join(folder, 'a.jpg'),
    columns: { artist: 'Hokusai', title: 'Wave, the great' },
  });
});

test.each([
  [
    'a column that is not there',
    'file,artist\na.jpg,Hokusai\n',
    /no column "movement"\. Its columns: file, artist/,
  ],
  ['no pictures', 'file,movement\n', /lists no pictures/],
  [
    'a picture that does not exist',
    'file,movement\na.jpg,x\nb.jpg,x\n',
    /1 of the 2 pictures .* line 3: There is no file b\.jpg/,
  ],
  ['a picture twice', 'file,movement\na.jpg,x\na.jpg,x\n', /more than once: a\.jpg/],
  [
    'a line with too many values',
    'file,movement\na.jpg,x,y\n',
    /rows that cannot be used: line 2: it has 3 values for 2 columns/,
  ],
])('refuses %s and says what there is', async (_, csv, message) => {
  await expect(read(csv, ['movement'])).rejects.toThrow(message);
});

test('refuses a list that is not there', async () => {
  await expect(readListedPictures(path.join(folder, 'none.csv'), folder)).rejects.toThrow(
    /There is no file .*none\.csv/,
  );
});
