import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { type SafePicture, readPicture } from './safe-picture';
import { isSamePicture } from './same-picture';

const folder = path.join('samples', 'works');
const subjects = ['sea', 'still-life', 'street', 'night'];
const files = readdirSync(folder).filter((file) =>
  subjects.some((subject) => file.endsWith(`-${subject}.webp`)),
);

test('a smaller, harder pressed copy is the same picture; another painter of the same subject is not', async () => {
  const originals: SafePicture[] = [];
  const copies: SafePicture[] = [];
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    originals.push(await readPicture(bytes));
    copies.push(await readPicture(await sharp(bytes).resize(400).jpeg({ quality: 55 }).toBuffer()));
  }
  const unlike = originals.flatMap((original, i) =>
    isSamePicture(original, copies[i] ?? original) ? [] : [files[i]],
  );
  const mistaken = originals.flatMap((a, i) => originals.slice(0, i).filter((b) => isSamePicture(a, b)));
  expect(unlike).toEqual([]);
  expect(mistaken.length / ((files.length * (files.length - 1)) / 2)).toBeLessThan(0.002);
}, 60_000);
