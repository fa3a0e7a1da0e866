import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { cover, type RowSource } from './cover';
import { viewSize } from './view';

/** A picture as a browser's canvas gives it: RGBA, some rows at a time. */
async function decoded(pipeline: Sharp): Promise<RowSource> {
  const { data, info } = await pipeline.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return {
    width,
    height,
    readRows: (top, count) => new Uint8Array(data.subarray(top * width * 4, (top + count) * width * 4)),
  };
}

describe('a picture scaled to cover a size', () => {
  it.each([
    ['as large as the samples are', null],
    ['wide and large', { width: 3000, height: 1100 }],
    ['tall and large', { width: 900, height: 2600 }],
    ['hardly larger than asked for', { width: 300, height: 290 }],
  ])('has nearly the bytes that sharp gives: %s', async (_, size) => {
    const file = await readFile('samples/works/impressionist-sea.webp');
    const picture = sharp(
      size
        ? await sharp(file)
            .resize({ ...size, fit: 'fill' })
            .png()
            .toBuffer()
        : file,
    );
    const source = await decoded(picture.clone());
    const target = viewSize({ frame: 'whole', sizePx: 256 }, source);
    const own = cover(source, target);
    const theirs = await picture
      .removeAlpha()
      .resize(target.width, target.height, { fit: 'cover', fastShrinkOnLoad: false })
      .raw()
      .toBuffer();
    expect(own.data.length).toBe(theirs.length);
    const distances = [...own.data].map((value, i) => Math.abs(value - (theirs[i] ?? NaN)));
    const mean = distances.reduce((sum, value) => sum + value, 0) / distances.length;
    expect(mean).toBeLessThan(1);
    expect(distances.filter((distance) => distance > 4).length / distances.length).toBeLessThan(0.03);
  });

  it('leaves one that has the size already as it is', async () => {
    // Bytes, not a path: lib/images blocks reading from files, for whatever else runs in this process.
    const file = await readFile('samples/works/cubist-cat.webp');
    const source = await decoded(sharp(file).resize(64, 96, { fit: 'fill' }));
    const { data } = cover(source, source);
    const whole = source.readRows(0, 96).filter((_, i) => i % 4 < 3);
    expect(Buffer.from(data).equals(Buffer.from(whole))).toBe(true);
  });
});
