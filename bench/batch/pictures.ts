import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { distinctPicture } from '@/tests/support/distinct-pictures';

/** As large as a scan for the web. */
const size = { width: 1280, height: 960 };

/** The list beside the pictures. */
export const listName = 'works.csv';

/** Writes pictures that all look different, and the list that describes them. */
export async function makePictures(folder: string, count: number): Promise<void> {
  await mkdir(folder);
  const lines = ['file,title,artist,year'];
  for (let number = 0; number < count; number++) {
    const file = `${String(number).padStart(4, '0')}.jpg`;
    const blocks = await distinctPicture(number, size).png().toBuffer();
    await writeFile(path.join(folder, file), await withTexture(blocks));
    lines.push(`${file},Work ${number},Artist ${number % 40},${1500 + (number % 400)}`);
  }
  await writeFile(path.join(folder, listName), `${lines.join('\n')}\n`);
}

/** So that the files are as hard to decode as photographs. */
async function withTexture(blocks: Buffer): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const texture = sharp({ create: { ...size, channels: 3, background: '#808080', noise } });
  return sharp(blocks)
    .composite([{ input: await texture.png().toBuffer(), blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
