import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { networkInput } from '@/lib/images/network-input';
import { readPicture } from '@/lib/images/safe-picture';
import { dot } from '@/lib/vision/dot';
import type { Embedder } from '@/lib/vision/embedder';
import { embeddingKinds, type Embeddings } from '@/lib/vision/embedding';
import { openEmbedder } from '@/lib/vision/node/embedder';
import { recipeNamed } from '@/lib/vision/recipes';
import {
  encode,
  greyReference,
  height,
  inSpace,
  plainPng,
  reference,
  type Samples,
  width,
  withAlpha,
  withCurve,
} from './coloured-picture';
import { colourSpaces, greyProfile, rgbProfile } from './icc-profile';
import { pngChunk, pngFile, pngProfile } from './png-file';
import { tiffFile } from './tiff-file';

const { view } = recipeNamed('lite');
let embedder: Embedder;
beforeAll(async () => {
  embedder = await openEmbedder({ modelsDir: path.resolve('models'), recipe: 'lite', backend: 'wasm' });
});
afterAll(() => embedder.dispose());

interface Seen {
  /** Average colour, 0–255 a channel. */
  readonly average: number[];
  readonly embeddings: Embeddings;
  readonly stored: number[];
}

async function seen(bytes: Buffer): Promise<Seen> {
  const pixels = await networkInput(bytes, view);
  const sums = [0, 0, 0];
  pixels.data.forEach((value, i) => (sums[i % 3] = (sums[i % 3] ?? 0) + value));
  const { embeddings } = await embedder.embed([pixels]);
  const { colour } = await readPicture(bytes);
  return {
    average: sums.map((sum) => (sum * 3) / pixels.data.length),
    embeddings: embeddings[0] as Embeddings,
    stored: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
  };
}

const plainSeen = new Map<string, Promise<Seen>>();
/** What the same picture gives as a plain 8-bit sRGB PNG. */
function expected(samples: Samples): Promise<Seen> {
  const key = `${samples.channels}`;
  const known = plainSeen.get(key) ?? plainPng(samples).then(seen);
  plainSeen.set(key, known);
  return known;
}

function expectSame(own: Seen, plain: Seen): void {
  for (const channel of [0, 1, 2]) {
    expect(Math.abs((own.average[channel] ?? 0) - (plain.average[channel] ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.abs((own.stored[channel] ?? 0) - (plain.stored[channel] ?? 0))).toBeLessThanOrEqual(1);
  }
  for (const kind of embeddingKinds)
    expect(dot(own.embeddings[kind], plain.embeddings[kind])).toBeGreaterThan(0.99);
}

interface Form {
  readonly samples: Samples;
  readonly icc: Buffer | null;
  /** What the samples show, in sRGB. */
  readonly shown: Samples;
}

const colourForms: [profile: string, form: () => Form][] = [
  ['no profile', () => ({ samples: reference(), icc: null, shown: reference() })],
  ...Object.entries(colourSpaces).map(([name, space]): [string, () => Form] => [
    name,
    () => ({ samples: inSpace(reference(), space), icc: rgbProfile(space), shown: reference() }),
  ]),
];

const greyForms: [profile: string, form: () => Form][] = [
  ['no profile', () => ({ samples: greyReference(), icc: null, shown: greyReference() })],
  ...([2.2, 1.8, 1, 'srgb'] as const).map((curve): [string, () => Form] => [
    `gamma ${curve} profile`,
    () => ({ samples: withCurve(greyReference(), curve), icc: greyProfile(curve), shown: greyReference() }),
  ]),
];

const opaqueAndNot = ([name, form]: [string, () => Form]): [string, () => Form][] => [
  [name, form],
  [
    `${name} and alpha`,
    () => {
      const { samples, icc, shown } = form();
      return { samples: withAlpha(samples), icc, shown: withAlpha(shown) };
    },
  ],
];

function asPng({ samples, icc }: Form, bits: 8 | 16): Buffer {
  const colourType = [0, 0, 4, 2, 6][samples.channels] ?? 2;
  const chunks = icc ? [pngProfile(icc)] : [];
  return pngFile({ width, height, bitDepth: bits, colourType }, encode(samples, bits), chunks);
}

function asTiff({ samples, icc }: Form, bits: 8 | 16): Buffer {
  return tiffFile([
    {
      width,
      height,
      pixels: encode(samples, bits, 'little'),
      bitsPerSample: Array.from({ length: samples.channels }, () => bits),
      photometric: samples.channels < 3 ? 1 : 2,
      iccProfile: icc ?? undefined,
      extraSamples: samples.channels % 2 === 0 ? [2] : undefined,
    },
  ]);
}

/** The samples as they are, in a format that sharp writes; nothing is converted. */
const through = (write: (picture: Sharp) => Sharp) => (form: Form) =>
  write(sharp(asPng(form, 8)).keepIccProfile()).toBuffer();

describe('PNG and TIFF come out in the colours of the same picture as a plain 8-bit sRGB PNG', () => {
  const forms = [...colourForms, ...greyForms.map(([name, form]) => [`grey, ${name}`, form] as const)]
    .flatMap(([name, form]) => opaqueAndNot([name, form]))
    .flatMap(([name, form]) => ([8, 16] as const).map((bits) => [bits, name, form] as const))
    // Eight bits of light itself are too few for dark greys: the file has lost them.
    .filter(([bits, name]) => bits === 16 || !name.includes('gamma 1 '));
  test.each(forms)('%d bits, %s', async (bits, _name, form) => {
    const made = form();
    expectSame(await seen(asPng(made, bits)), await expected(made.shown));
    expectSame(await seen(asTiff(made, bits)), await expected(made.shown));
  });
});

describe('JPEG, WebP and AVIF come out in the same colours', () => {
  const lossy = { quality: 100, chromaSubsampling: '4:4:4' };
  test.each(colourForms)('%s', async (_name, form) => {
    const made = form();
    const files = [
      through((picture) => picture.jpeg(lossy)),
      through((picture) => picture.jpeg({ ...lossy, progressive: true })),
      through((picture) => picture.webp({ lossless: true })),
      through((picture) => picture.avif(lossy)),
    ];
    for (const file of files) expectSame(await seen(await file(made)), await expected(made.shown));
  });

  test.each(colourForms.flatMap((form) => opaqueAndNot(form).slice(1)))('%s', async (_name, form) => {
    const made = form();
    for (const write of [(p: Sharp) => p.webp({ lossless: true }), (p: Sharp) => p.avif(lossy)])
      expectSame(await seen(await through(write)(made)), await expected(made.shown));
  });

  test.each([10, 12] as const)('AVIF of %d bits', async (bitdepth) => {
    for (const [, form] of colourForms) {
      const made = form();
      const file = await sharp(asPng(made, 16))
        .keepIccProfile()
        .avif({ ...lossy, bitdepth })
        .toBuffer();
      expectSame(await seen(file), await expected(made.shown));
    }
  });

  test.each(greyForms)('JPEG of greys, %s', async (_name, form) => {
    const made = form();
    const file = await through((picture) => picture.toColourspace('b-w').jpeg({ quality: 100 }))(made);
    expectSame(await seen(file), await expected(made.shown));
  });
});

describe('CMYK', () => {
  /** Inks of the reference, as libvips' own CMYK profile has them. */
  const inks = async () =>
    sharp(await plainPng(reference()))
      .toColourspace('cmyk')
      .raw()
      .toBuffer();

  function tiffOf(data: Buffer, bits: 8 | 16): Buffer {
    const samples = { channels: 4, values: Float64Array.from(data, (ink) => ink / 255) };
    return tiffFile([
      {
        width,
        height,
        pixels: encode(samples, bits, 'little'),
        bitsPerSample: [bits, bits, bits, bits],
        photometric: 5,
      },
    ]);
  }

  const jpegOf = (data: Buffer) =>
    sharp(tiffOf(data, 8))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();

  /** As Photoshop writes it: inverted inks, the first three as luma and chroma, said so by an Adobe segment. */
  async function ycckJpegOf(data: Buffer): Promise<Buffer> {
    const coded = Buffer.from(data);
    for (let i = 0; i < data.length; i += 4) {
      const [c = 0, m = 0, y = 0] = data.subarray(i, i + 3);
      const luma = 0.299 * c + 0.587 * m + 0.114 * y;
      coded[i] = 255 - Math.round(luma);
      coded[i + 1] = 255 - Math.min(255, Math.round(128 + (y - luma) / 1.772));
      coded[i + 2] = 255 - Math.min(255, Math.round(128 + (c - luma) / 1.402));
    }
    const file = await jpegOf(coded);
    file[file.indexOf('Adobe') + 11] = 2;
    return file;
  }

  test('TIFF of 8 and 16 bits, JPEG and YCCK JPEG give one colour, near that of the picture', async () => {
    const data = await inks();
    const plain = await expected(reference());
    const first = await seen(tiffOf(data, 8));
    first.average.forEach((value, i) => expect(Math.abs(value - (plain.average[i] ?? 0))).toBeLessThan(8));
    for (const file of [tiffOf(data, 16), await jpegOf(data), await ycckJpegOf(data)])
      expectSame(await seen(file), first);
  });
});

describe('Other ways to say colours', () => {
  test('Display P3 by code points, in a PNG of 8 and 16 bits', async () => {
    const p3 = { ...colourSpaces.sRGB.primaries, red: [0.68, 0.32], green: [0.265, 0.69] } as const;
    const samples = inSpace(reference(), { primaries: p3, curve: 'srgb' });
    for (const bits of [8, 16] as const) {
      const chunks = [pngChunk('cICP', Buffer.from([12, 13, 0, 1]))];
      const file = pngFile({ width, height, bitDepth: bits, colourType: 2 }, encode(samples, bits), chunks);
      expectSame(await seen(file), await expected(reference()));
    }
  });

  test('a profile that is damaged counts as none', async () => {
    const form = { samples: reference(), icc: Buffer.alloc(600, 3), shown: reference() };
    for (const file of [asPng(form, 8), asTiff(form, 8), asTiff(form, 16)])
      expectSame(await seen(file), await expected(reference()));
  });

  test('indexed colours with transparent entries lie on white', async () => {
    const indexed = await sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } },
    })
      .png({ palette: true })
      .toBuffer();
    await expect(readPicture(indexed)).resolves.toMatchObject({ colour: '#ffffff' });
  });

  test('what is transparent lies on white in 16 bits too, with a profile and without', async () => {
    const samples = { channels: 4, values: new Float64Array(width * height * 4) };
    const clear = { samples, icc: rgbProfile(colourSpaces['Adobe RGB']), shown: samples };
    for (const form of [clear, { ...clear, icc: null }]) {
      await expect(readPicture(asPng(form, 16))).resolves.toMatchObject({ colour: '#ffffff' });
      await expect(readPicture(asTiff(form, 16))).resolves.toMatchObject({ colour: '#ffffff' });
    }
  });
});
