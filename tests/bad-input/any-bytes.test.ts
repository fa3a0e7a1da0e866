import fc from 'fast-check';
import { readPicture } from '@/lib/images/safe-picture';
import { Problem } from '@/lib/platform/problem';
import { painted } from './pictures';

/** Reads, and says how it ended: a picture, or the kind of Problem. Anything else is a defect and is thrown on. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await readPicture(bytes)).mediaType;
  } catch (error) {
    if (error instanceof Problem) return error.kind;
    throw error;
  }
}

const outcomes = ['image/jpeg', 'invalid-request', 'too-large', 'unsupported-picture', 'unreadable-picture'];

const starts = {
  jpeg: [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  gif: [...Buffer.from('GIF89a')],
  webp: [...Buffer.from('RIFF\x10\0\0\0WEBPVP8 ')],
  avif: [0, 0, 0, 0x1c, ...Buffer.from('ftypavif\0\0\0\0avifmif1')],
  tiff: [0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0],
  none: [],
};

test('Whatever the bytes are, reading them ends with a picture or a Problem', async () => {
  const anyBytes = fc
    .tuple(fc.constantFrom(...Object.values(starts)), fc.uint8Array({ maxLength: 600 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      expect(outcomes).toContain(await outcome(bytes));
    }),
    { numRuns: 400 },
  );
});

test('Whatever a picture file loses or has overwritten, reading it ends with a picture or a Problem', async () => {
  const files = await Promise.all([
    painted().jpeg().toBuffer(),
    painted().png().toBuffer(),
    painted().webp().toBuffer(),
    painted().avif().toBuffer(),
    painted().tiff({ compression: 'lzw' }).toBuffer(),
    painted().gif().toBuffer(),
  ]);
  const damage = fc.record({
    file: fc.constantFrom(...files),
    cutShare: fc.double({ min: 0, max: 1, noNaN: true }),
    overwrites: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, cutShare, overwrites }) => {
      const bytes = Uint8Array.from(file.subarray(0, Math.ceil(file.length * (1 - cutShare ** 3))));
      for (const [place, value] of overwrites) bytes[place % (bytes.length || 1)] = value;
      expect(outcomes).toContain(await outcome(bytes));
    }),
    { numRuns: 400 },
  );
});
