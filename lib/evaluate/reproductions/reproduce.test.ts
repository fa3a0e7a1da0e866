import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { reproductionKinds } from '@/lib/quality/reproduction-kinds';
import { reproduce } from './reproduce';

const works = path.resolve('samples/works');

async function someWork(): Promise<Buffer> {
  const [file = ''] = (await readdir(works)).sort();
  return sharp(await readFile(path.join(works, file)))
    .resize(200)
    .jpeg()
    .toBuffer();
}

/** Mean absolute difference of two pictures, both 32 × 32, in levels of 255. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const small = (bytes: Buffer) => sharp(bytes).resize(32, 32, { fit: 'fill' }).raw().toBuffer();
  const [first, second] = [await small(a), await small(b)];
  return [...first].reduce((sum, value, i) => sum + Math.abs(value - (second[i] ?? 0)), 0) / first.length;
}

test.each(reproductionKinds)(
  'A reproduction, %s, is another picture, and the same each time for a seed',
  async (kind) => {
    const work = await someWork();
    const [first, again, other] = [
      await reproduce(work, kind, 7),
      await reproduce(work, kind, 7),
      await reproduce(work, kind, 8),
    ];
    expect(again.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
    const { format, width = 0, height = 0 } = await sharp(first).metadata();
    expect(format).toBe('jpeg');
    expect(Math.min(width, height)).toBeGreaterThan(60);
    expect(await difference(work, first)).toBeGreaterThan(2);
  },
);

test('Another seed gives another scan', async () => {
  const work = await someWork();
  const [first, other] = [await reproduce(work, 'scan', 7), await reproduce(work, 'scan', 8)];
  expect(other.equals(first)).toBe(false);
});

test('A grey copy has no colour but its tint', async () => {
  const { channels } = await sharp(await reproduce(await someWork(), 'grey', 3)).stats();
  const deviations = channels.map(({ stdev }) => stdev);
  // One light for all channels, so that they vary alike.
  expect(Math.max(...deviations) / Math.min(...deviations)).toBeLessThan(1.6);
});

test('Bytes that are no picture are refused', async () => {
  await expect(reproduce(Buffer.from('no picture'), 'scan', 1)).rejects.toThrow();
});
