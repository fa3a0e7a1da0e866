import sharp from 'sharp';
import { hashDistance } from '@/lib/images/hash-distance';
import { networkInput } from '@/lib/images/network-input';
import { squareView } from '@/lib/vision/view';
import { readPicture } from '@/lib/images/safe-picture';
import { painted, redAboveBlue } from './pictures';

async function pixelAt(bytes: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

const near = (expected: number[], tolerance: number) => (actual: number[]) =>
  actual.length === expected.length &&
  actual.every((value, i) => Math.abs(value - (expected[i] ?? 0)) <= tolerance);

const red = near([255, 0, 0], 6);
const blue = near([0, 0, 255], 6);

describe('Pictures that are unusual but right are taken, red above and blue below', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['JPEG', () => redAboveBlue().jpeg({ quality: 95 }).toBuffer()],
    ['16-bit PNG', () => redAboveBlue().toColourspace('rgb16').png().toBuffer()],
    ['palette PNG', () => redAboveBlue().png({ palette: true }).toBuffer()],
    ['PNG with alpha', () => redAboveBlue().ensureAlpha().png().toBuffer()],
    ['WebP', () => redAboveBlue().webp({ lossless: true }).toBuffer()],
    ['AVIF', () => redAboveBlue().avif({ lossless: true }).toBuffer()],
    ['TIFF', () => redAboveBlue().tiff({ compression: 'lzw' }).toBuffer()],
    ['still GIF', () => redAboveBlue().gif().toBuffer()],
    ['Display P3 profile', () => redAboveBlue().withIccProfile('p3').png().toBuffer()],
    [
      'EXIF says: turn by 90°',
      async () => {
        const lying = await redAboveBlue().png().toBuffer();
        return sharp(await sharp(lying).rotate(270).png().toBuffer())
          .withMetadata({ orientation: 6 })
          .jpeg({ quality: 95 })
          .toBuffer();
      },
    ],
  ])('%s', async (_name, make) => {
    const stored = await readPicture(await make());
    expect(stored).toMatchObject({ width: 80, height: 60, mediaType: 'image/jpeg' });
    expect(red(await pixelAt(stored.bytes, 40, 10))).toBe(true);
    expect(blue(await pixelAt(stored.bytes, 40, 50))).toBe(true);
    const pixels = await networkInput(await make(), squareView);
    expect([pixels.width, pixels.height, pixels.data.length]).toEqual([224, 224, 224 * 224 * 3]);
    expect(red([...pixels.data.subarray(0, 3)])).toBe(true);
    expect(blue([...pixels.data.subarray(-3)])).toBe(true);
  });

  test('CMYK JPEG comes out as RGB of the same colours, as far as ink can print them', async () => {
    const cmyk = await redAboveBlue().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const stored = await readPicture(cmyk);
    expect((await sharp(stored.bytes).metadata()).space).toBe('srgb');
    const [r = 0, g = 0, b = 0] = await pixelAt(stored.bytes, 40, 10);
    expect(r).toBeGreaterThan(180);
    expect(Math.max(g, b)).toBeLessThan(80);
  });

  test.each([
    ['8-bit', () => painted().greyscale().png().toBuffer()],
    ['16-bit', () => painted().greyscale().toColourspace('grey16').png().toBuffer()],
  ])('greyscale of %s becomes three equal channels', async (_depth, make) => {
    const { data } = await networkInput(await make(), squareView);
    expect(data.length).toBe(224 * 224 * 3);
    expect(data[0]).toBe(data[1]);
    expect(new Set(data).size).toBeGreaterThan(30);
  });

  test('what is transparent lies on white', async () => {
    const clear = sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    await expect(readPicture(await clear.png().toBuffer())).resolves.toMatchObject({ colour: '#ffffff' });
  });
});

describe('What is stored', () => {
  test('holds no GPS, EXIF, XMP or profile', async () => {
    const exif = {
      IFD0: { Artist: 'Someone Private' },
      IFD3: { GPSLatitude: '35/1 41/1 22/1', GPSLatitudeRef: 'N' },
    };
    const tagged = await painted()
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect(await sharp(tagged).metadata()).toMatchObject({
      exif: expect.any(Buffer),
      xmp: expect.any(Buffer),
      hasProfile: true,
    });
    const { bytes } = await readPicture(tagged);
    const { exif: noExif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
    expect([noExif, xmp, iptc, icc, comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes('Private')).toBe(false);
  });

  test('is at most 4,096 pixels long and never enlarged', async () => {
    const wide = await sharp({ create: { width: 6000, height: 1500, channels: 3, background: '#aa5500' } })
      .png()
      .toBuffer();
    await expect(readPicture(wide)).resolves.toMatchObject({ width: 4096, height: 1024 });
    await expect(readPicture(await painted(40, 40).png().toBuffer())).resolves.toMatchObject({
      width: 40,
      height: 40,
    });
  });

  test('has the same key for the same bytes, and a near perceptual hash for a smaller, harder pressed copy', async () => {
    const large = await painted(12, 9).resize(800, 600).png().toBuffer();
    const [first, again] = await Promise.all([readPicture(large), readPicture(large)]);
    expect(again.key).toBe(first.key);
    const copy = await readPicture(await sharp(large).resize(300).jpeg({ quality: 40 }).toBuffer());
    expect(copy.key).not.toBe(first.key);
    expect(hashDistance(copy.perceptualHash, first.perceptualHash)).toBeLessThanOrEqual(6);
    const other = await readPicture(await painted(9, 12).resize(600, 800).png().toBuffer());
    expect(hashDistance(other.perceptualHash, first.perceptualHash)).toBeGreaterThan(12);
  });

  test('a picture of the network’s own size reaches it untouched', async () => {
    const own = painted(224, 224);
    const { data } = await networkInput(await own.clone().png().toBuffer(), squareView);
    expect(Buffer.from(data).equals(await own.clone().raw().toBuffer())).toBe(true);
  });
});
