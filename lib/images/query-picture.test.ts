import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { painted } from '@/tests/bad-input/pictures';
import { type View } from '@/lib/vision/view';
import { openPicture } from './decoding';
import { hashDistance } from './hash-distance';
import { networkInput } from './network-input';
import { readPainting, readUpload } from './query-picture';
import { rawPixels } from './raw-pixels';
import { readPicture } from './safe-picture';

const view: View = { frame: 'whole', sizePx: 256 };
const upload = async (bytes: Buffer) => readUpload(await openPicture(bytes), view);
const sea = () => readFile('samples/works/impressionist-sea.webp');

test.each([
  ['a picture', sea],
  ['a photograph of 24 megapixels', async () => sharp(await sea()).resize(6000, 4000, { fit: 'fill' }).jpeg().toBuffer()], // prettier-ignore
  ['a transparent PNG', () => painted().ensureAlpha(0.5).png().toBuffer()],
  [
    'a scroll',
    async () =>
      sharp(await sea())
        .resize(1800, 200, { fit: 'fill' })
        .png()
        .toBuffer(),
  ],
])('a network is shown of %s what it is shown of the work that is stored of it', async (_, make) => {
  const bytes = await make();
  const stored = await readPicture(bytes);
  const { shown, copy } = await upload(bytes);
  const ofWork = await networkInput(stored.bytes, view);
  expect({ ...shown, data: null }).toEqual({ ...ofWork, data: null });
  expect(Buffer.from(shown.data).equals(Buffer.from(ofWork.data))).toBe(true);
  expect(hashDistance(copy.perceptualHash, stored.perceptualHash)).toBeLessThanOrEqual(2);
});

test('what is kept of a large picture is small, looks like it, and has one key', async () => {
  const bytes = await sharp(await sea())
    .resize(3000, 2000, { fit: 'fill' })
    .webp({ quality: 90 })
    .toBuffer();
  const picture = await readPicture(bytes);
  const [{ copy }, again] = [await upload(bytes), await upload(bytes)];
  expect([copy.width, copy.height]).toEqual([1280, 853]);
  expect(copy.sizeBytes).toBeLessThan(picture.sizeBytes / 4);
  expect(hashDistance(copy.perceptualHash, picture.perceptualHash)).toBeLessThanOrEqual(2);
  expect(again.copy.key).toBe(copy.key);
});

test('a painting that was cut out is shown to the network as a picture file of the same pixels is', async () => {
  const png = await sharp(await sea())
    .removeAlpha()
    .png()
    .toBuffer();
  const pixels = await rawPixels(sharp(png));
  const { shown, copy } = await readPainting(pixels, view);
  const ofFile = await networkInput(png, view);
  expect(Buffer.from(shown.data).equals(Buffer.from(ofFile.data))).toBe(true);
  expect(copy).toMatchObject({ width: pixels.width, height: pixels.height, mediaType: 'image/jpeg' });
});
