import sharp from 'sharp';
import { openPicture } from '@/lib/images/decoding';
import { networkInput } from '@/lib/images/network-input';
import { squareView } from '@/lib/vision/view';
import { readPicture } from '@/lib/images/safe-picture';
import { Problem, type ProblemKind } from '@/lib/platform/problem';
import { encode, reference } from './coloured-picture';
import { pngChunk } from './png-file';
import { type TiffPage, tiffFile } from './tiff-file';
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
    /PNG file was cut short: it ends after \d+ bytes/,
  ],
  [
    'a JPEG of random bytes after its marker',
    () => Buffer.concat([Buffer.from([255, 216, 255, 224]), Buffer.alloc(3000, 7)]),
    'unreadable-picture',
    /JPEG file is damaged/,
  ],
];

const page: TiffPage = {
  width: 96,
  height: 64,
  pixels: encode(reference(), 8),
  bitsPerSample: [8, 8, 8],
  photometric: 2,
};
const tiffOf = (changes: Partial<TiffPage>) => () => tiffFile([{ ...page, ...changes }]);
const wide = { pixels: Buffer.alloc(96 * 64 * 12), bitsPerSample: [32, 32, 32] };

/** A baseline JPEG whose frame says that it is coded in another way. */
async function jpegFrame({ marker = 0xc0, bits = 8 }): Promise<Buffer> {
  const bytes = await painted().jpeg().toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes[frame + 1] = marker;
  bytes[frame + 4] = bits;
  return bytes;
}

/** An AVIF with another major brand, or with these code points of colour. */
async function avifWith({ brand = 'avif', transfer = 1, primaries = 1 }): Promise<Buffer> {
  const bytes = await painted().avif().toBuffer();
  bytes.write(brand, 8, 'latin1');
  // The `pixi` property is as long as a `colr` one would be here: the colour is read before the pixels.
  const at = bytes.indexOf('pixi');
  const colour = Buffer.concat([Buffer.from('colrnclx'), Buffer.from([0, primaries, 0, transfer, 0, 6])]);
  return brand === 'avis' ? bytes : Buffer.concat([bytes.subarray(0, at), colour, bytes.subarray(at)]);
}

const pngSaying = (primaries: number, transfer: number) => async () => {
  const bytes = await painted().png().toBuffer();
  const chunk = pngChunk('cICP', Buffer.from([primaries, transfer, 0, 1]));
  return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)]);
};

/** Forms of a format that cannot be read, each refused by its name. */
const unsupported: [what: string, bytes: () => Buffer | Promise<Buffer>, says: RegExp][] = [
  ['12-bit TIFF', tiffOf({ bitsPerSample: [12, 12, 12] }), /TIFF with 12 bits a sample/],
  ['32-bit TIFF', tiffOf(wide), /TIFF with 32 bits a sample/],
  ['floating-point TIFF', tiffOf({ ...wide, sampleFormat: 3 }), /TIFF with floating-point numbers/],
  ['signed TIFF', tiffOf({ sampleFormat: 2 }), /TIFF with signed whole numbers/],
  ['8-bit CIELAB TIFF', tiffOf({ photometric: 8 }), /TIFF with CIELAB colours/],
  ['ICCLAB TIFF', tiffOf({ photometric: 9 }), /TIFF with ICCLAB colours/],
  ['raw sensor TIFF', tiffOf({ photometric: 32803 }), /TIFF with raw sensor values/],
  ['JPEG 2000 in TIFF', tiffOf({ compression: 34712 }), /TIFF with JPEG 2000 compression/],
  ['JPEG 2000 in a slide scanner’s TIFF', tiffOf({ compression: 33005 }), /TIFF with JPEG 2000/],
  ['Zstandard in TIFF', tiffOf({ compression: 50000 }), /TIFF with Zstandard/],
  ['LZMA in TIFF', tiffOf({ compression: 34925 }), /TIFF with LZMA/],
  ['old JPEG in TIFF', tiffOf({ compression: 6 }), /TIFF with the old JPEG compression/],
  ['12-bit JPEG', () => jpegFrame({ bits: 12 }), /JPEG with 12 bits a sample/],
  ['lossless JPEG', () => jpegFrame({ marker: 0xc3 }), /JPEG with lossless coding/],
  ['hierarchical JPEG', () => jpegFrame({ marker: 0xc5 }), /JPEG with hierarchical coding/],
  ['AVIF sequence', () => avifWith({ brand: 'avis' }), /AVIF is a sequence of frames/],
  ['HDR AVIF (PQ)', () => avifWith({ primaries: 9, transfer: 16 }), /AVIF with HDR colours \(PQ\)/],
  ['HDR AVIF (HLG)', () => avifWith({ primaries: 9, transfer: 18 }), /AVIF with HDR colours \(HLG\)/],
  ['BT.2020 AVIF', () => avifWith({ primaries: 9, transfer: 14 }), /AVIF with BT.2020 colours/],
  ['HDR PNG', pngSaying(9, 16), /PNG with HDR colours \(PQ\)/],
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

test.each(unsupported)(
  'A form that is not supported is refused by its name: %s',
  async (_what, make, says) => {
    const problem = await refusal(readPicture(await make()));
    expect(problem.kind).toBe('unsupported-picture');
    expect(problem.message).toMatch(says);
    expect(problem.message).toMatch(/Save it|Save one/);
  },
);

describe('A file that was cut short is refused, wherever the cut is', () => {
  test.each(Object.entries(writers))('%s', async (_format, write) => {
    const whole = await write().toBuffer();
    await expect(readPicture(whole)).resolves.toMatchObject({ width: 96, height: 64 });
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.98]) {
      const problem = await refusal(readPicture(whole.subarray(0, Math.floor(whole.length * share))));
      expect(problem.kind).toBe('unreadable-picture');
      expect(problem.message).toMatch(/was cut short: it ends after [\d,]+ bytes/);
    }
  });

  test.each(['png', 'avif', 'gif', 'tiff'] as const)(
    'one that is whole but damaged says so: %s',
    async (format) => {
      const bytes = await writers[format]().toBuffer();
      const at = format === 'tiff' ? 8 : Math.floor(bytes.length / 2);
      for (let i = 0; i < 40; i++) bytes[at + i] = (i * 37 + 11) & 255;
      const problem = await refusal(readPicture(bytes));
      expect(problem.message).toMatch(/file is damaged: it is all there/);
    },
  );
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
  for (const document of [svg, pdf]) await expect(sharp(Buffer.from(document)).metadata()).rejects.toThrow();
});
