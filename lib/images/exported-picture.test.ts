import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { painted } from '@/tests/bad-input/pictures';
import { readExportedPicture, readPicture } from './safe-picture';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const read = (bytes: Uint8Array) => readExportedPicture(bytes, sha256(bytes));

test('A picture that Gafu has stored stays as it is, with all that is known of it', async () => {
  const stored = await readPicture(await painted(300, 200).png().toBuffer());
  expect(await read(stored.bytes)).toEqual(stored);
});

test('A file that is not the picture of the list is refused', async () => {
  const { bytes } = await readPicture(await painted().png().toBuffer());
  await expect(readExportedPicture(bytes, sha256(Buffer.from('another')))).rejects.toThrow(
    /not the picture that was exported/,
  );
});

const full = { quality: 95, chromaSubsampling: '4:4:4' } as const;

test.each([
  [
    'with EXIF',
    () =>
      painted()
        .withExif({ IFD0: { Copyright: 'Ada' } })
        .jpeg(full)
        .toBuffer(),
  ],
  ['with a colour profile', () => painted().withIccProfile('p3').jpeg(full).toBuffer()],
  ['with less colour resolution', () => painted().jpeg({ quality: 95 }).toBuffer()],
  [
    'progressive',
    () =>
      painted()
        .jpeg({ ...full, progressive: true })
        .toBuffer(),
  ],
  ['in greys', () => painted().greyscale().toColourspace('b-w').jpeg(full).toBuffer()],
  ['in CMYK', () => painted().toColourspace('cmyk').jpeg(full).toBuffer()],
  ['with another file behind it', async () => Buffer.concat([await stored(), Buffer.from('PK\x03\x04 zip')])],
  ['with a comment', async () => withSegment(await stored(), 0xfe, '<script>')],
  ['in another format', () => painted().webp().toBuffer()],
])('A picture %s is made safe like any other', async (_, make) => {
  const bytes = await make();
  const { key, bytes: safe } = await read(bytes);
  expect(key).toBe((await readPicture(bytes)).key);
  expect(key).not.toBe(sha256(bytes));
  expect(await sharp(safe).metadata()).toMatchObject({ format: 'jpeg', hasProfile: false });
});

test('A picture that was cut short is refused', async () => {
  const bytes = await stored();
  await expect(read(bytes.subarray(0, bytes.length - 200))).rejects.toMatchObject({
    kind: 'unreadable-picture',
  });
});

async function stored(): Promise<Buffer> {
  return (await readPicture(await painted().png().toBuffer())).bytes;
}

/** Puts a segment right after the start of a JPEG. */
function withSegment(jpeg: Buffer, marker: number, text: string): Buffer {
  const length = text.length + 2;
  const head = Buffer.from([0xff, marker, length >> 8, length & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text), jpeg.subarray(2)]);
}
