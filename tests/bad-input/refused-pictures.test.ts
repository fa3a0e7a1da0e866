import sharp from 'sharp';
import { openPicture } from '@/lib/images/decoding';
import { networkInput } from '@/lib/images/network-input';
import { squareView } from '@/lib/vision/view';
import { readPicture } from '@/lib/images/safe-picture';
import { Problem, type ProblemKind } from '@/lib/platform/problem';
import { animated, animatedPng, avifSaying, headerOnlyPng, painted, pdf, pngBomb, svg } from './pictures';

type Case = [what: string, bytes: () => Buffer | Promise<Buffer>, kind: ProblemKind, says: RegExp];

const cases: Case[] = [
  ['an empty file', () => Buffer.alloc(0), 'invalid-request', /empty \(0 bytes\).*JPEG, PNG/],
  ['one byte', () => Buffer.from('x'), 'unsupported-picture', /not a picture.*JPEG, PNG/],
  ['plain text', () => Buffer.from('Dear Sirs, '.repeat(50)), 'unsupported-picture', /not a picture/],
  ['a PDF called painting.jpg', () => Buffer.from(pdf), 'unsupported-picture', /application\/pdf.*Allowed/],
  ['an SVG called painting.jpg', () => Buffer.from(svg), 'unsupported-picture', /SVG.*Allowed/],
  [
    'an SVG with an XML head',
    () => Buffer.from(`<?xml version="1.0"?>\n${svg}`),
    'unsupported-picture',
    /SVG/,
  ],
  [
    'an HTML page',
    () => Buffer.from('<!doctype html><title>Moved</title>'),
    'unsupported-picture',
    /Allowed/,
  ],
  ['a zip', () => Buffer.from('504b0304140000000000', 'hex'), 'unsupported-picture', /Allowed/],
  ['a BMP', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)]), 'unsupported-picture', /image\/bmp/],
  [
    'a phone’s HEIC',
    () =>
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1'), Buffer.alloc(64)]),
    'unsupported-picture',
    /HEIC: share or export it as JPEG/,
  ],
  ['an animated GIF', () => animated('gif'), 'unsupported-picture', /GIF is animated \(2 frames\)/],
  ['an animated WebP', () => animated('webp'), 'unsupported-picture', /WebP is animated \(2 frames\)/],
  ['an animated PNG', () => animatedPng(), 'unsupported-picture', /PNG is animated/],
  ['a file over 25 MB', () => Buffer.alloc(25 * 2 ** 20 + 1, 'a'), 'too-large', /at most 25 MB/],
  ['51 megapixels', () => headerOnlyPng(10_000, 5_100), 'too-large', /51\.0 megapixels; at most 50\.0/],
  [
    'an AVIF of 30 megapixels',
    () => avifSaying(6000, 5000),
    'too-large',
    /30\.0 megapixels; at most 25\.0 megapixels are allowed in AVIF/,
  ],
  ['a bomb of 4 gigapixels', () => pngBomb(65_000, 65_000), 'too-large', /4225\.0 megapixels/],
  [
    '31 × 200 pixels',
    () => painted(31, 200).png().toBuffer(),
    'unsupported-picture',
    /31 × 200.*at least 32/,
  ],
  [
    'a strip of 40 × 8,000',
    () => painted(40, 8000).jpeg().toBuffer(),
    'unsupported-picture',
    /narrow a strip.*128 times/,
  ],
  [
    'a PNG of which only the header came',
    () => headerOnlyPng(300, 200),
    'unreadable-picture',
    /PNG.*damaged or was cut short/,
  ],
  [
    'a JPEG of random bytes after its marker',
    () => Buffer.concat([Buffer.from([255, 216, 255, 224]), Buffer.alloc(3000, 7)]),
    'unreadable-picture',
    /JPEG.*damaged/,
  ],
];

async function refusal(reading: Promise<unknown>): Promise<Problem> {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a Problem, got ${String(error)}`);
}

describe.each([
  ['stored', readPicture],
  ['shown to a network', (bytes) => networkInput(bytes, squareView)],
])('A picture to be %s', (_, read: (bytes: Buffer) => Promise<unknown>) => {
  test.each(cases)('is refused with a reason: %s', async (_what, make, kind, says) => {
    const problem = await refusal(read(await make()));
    expect(problem.kind).toBe(kind);
    expect(problem.message).toMatch(says);
  });
});

const writers = {
  jpeg: () => painted().jpeg(),
  'progressive jpeg': () => painted().jpeg({ progressive: true }),
  png: () => painted().png(),
  'interlaced png': () => painted().png({ progressive: true }),
  webp: () => painted().webp(),
  'lossless webp': () => painted().webp({ lossless: true }),
  avif: () => painted().avif(),
  tiff: () => painted().tiff({ compression: 'lzw' }),
  gif: () => painted().gif(),
};

describe('A file that was cut short is refused, wherever the cut is', () => {
  test.each(Object.entries(writers))('%s', async (_format, write) => {
    const whole = await write().toBuffer();
    await expect(readPicture(whole)).resolves.toMatchObject({ width: 96, height: 64 });
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.98]) {
      const problem = await refusal(readPicture(whole.subarray(0, Math.floor(whole.length * share))));
      expect(['unreadable-picture', 'unsupported-picture']).toContain(problem.kind);
    }
  });
});

test('A bomb within the pixel limit is decoded in bounded memory, and its header alone costs nothing', async () => {
  const bomb = pngBomb(7000, 3190);
  expect(bomb.byteLength).toBeLessThan(100_000);
  const before = process.memoryUsage().rss;
  await openPicture(bomb);
  expect(process.memoryUsage().rss - before).toBeLessThan(20e6);
  await expect(readPicture(bomb)).resolves.toMatchObject({ width: 4096, colour: '#000000' });
});

test('SVG and PDF decoders are out of reach for any bytes', async () => {
  await expect(sharp(Buffer.from(svg)).metadata()).rejects.toThrow();
});
