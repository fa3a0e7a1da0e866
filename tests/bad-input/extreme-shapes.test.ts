import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { networkInput } from '@/lib/images/network-input';
import { readPicture } from '@/lib/images/safe-picture';
import { cover } from '@/lib/vision/cover';
import { dot } from '@/lib/vision/dot';
import type { Embedder } from '@/lib/vision/embedder';
import { embeddingKinds, type Embeddings } from '@/lib/vision/embedding';
import { openEmbedder } from '@/lib/vision/node/embedder';
import type { Pixels } from '@/lib/vision/pixels';
import { recipeNamed } from '@/lib/vision/recipes';
import { cutWindows, scaledSize } from '@/lib/vision/windows';

const { view } = recipeNamed('lite');
let embedder: Embedder;
beforeAll(async () => {
  embedder = await openEmbedder({ modelsDir: path.resolve('models'), recipe: 'lite', backend: 'wasm' });
});
afterAll(() => embedder.dispose());

const works = path.join('samples', 'works');

/** A scroll of scenes: parts of the sample collection's works of one subject, side by side. */
async function scroll(length: number, side: number, subject: string, turn: number): Promise<Buffer> {
  const files = readdirSync(works).filter((file) => file.endsWith(`-${subject}.webp`));
  const scenes = await Promise.all(
    files.map((file) =>
      sharp(readFileSync(path.join(works, file)))
        .resize(side, side)
        .toBuffer(),
    ),
  );
  const tiles = Array.from({ length: Math.ceil(length / side) }, (_, i) => ({
    input: scenes[i % scenes.length] ?? Buffer.alloc(0),
    left: Math.min(i * side, length - side),
    top: 0,
  }));
  const ground = sharp({ create: { width: length, height: side, channels: 3, background: '#fff' } });
  const flat = await ground.composite(tiles).removeAlpha().raw().toBuffer();
  return sharp(flat, { raw: { width: length, height: side, channels: 3 } })
    .rotate(turn)
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function embed(pixels: Pixels): Promise<Embeddings> {
  const { embeddings } = await embedder.embed([pixels]);
  return embeddings[0] as Embeddings;
}

/** As a work is embedded: from what is stored of it. */
async function embedded(bytes: Buffer): Promise<Embeddings> {
  const { bytes: stored } = await readPicture(bytes);
  return embed(await networkInput(stored, view));
}

const cosines = (a: Embeddings, b: Embeddings) => embeddingKinds.map((kind) => dot(a[kind], b[kind]));

describe.each([
  ['a handscroll of 30,000 × 320', 30_000, 320, 0],
  ['a hanging scroll of 320 × 12,000', 12_000, 320, 90],
  ['a pillar print of 500 × 2,900', 2900, 500, 90],
])('%s', (_what, length, side, turn) => {
  test('finds its own smaller, harder pressed copies, and is told from another scroll', async () => {
    const picture = await scroll(length, side, 'sea', turn);
    const own = await embedded(picture);
    for (const [share, quality] of [
      [0.7, 85],
      [0.5, 75],
    ] as const) {
      const size = turn === 0 ? { height: Math.round(side * share) } : { width: Math.round(side * share) };
      const copy = await sharp(picture).resize(size).jpeg({ quality }).toBuffer();
      for (const cosine of cosines(own, await embedded(copy))) expect(cosine).toBeGreaterThanOrEqual(0.98);
    }
    const other = await embedded(await scroll(length, side, 'night', turn));
    expect(Math.min(...cosines(own, other))).toBeLessThan(0.9);
  }, 120_000);
});

test.each([
  ['a short handscroll', 6000, 320, 0],
  ['a pillar print', 2900, 500, 90],
])(
  '%s is seen by a browser as by the server',
  async (_what, length, side, turn) => {
    const picture = await scroll(length, side, 'sea', turn);
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const source = {
      width: info.width,
      height: info.height,
      readRows: (top: number, count: number) =>
        new Uint8Array(data.subarray(top * info.width * 4, (top + count) * info.width * 4)),
    };
    const seen = cutWindows(cover(source, scaledSize(view, source)), view, source);
    const served = await networkInput(picture, view);
    expect([seen.width, seen.height, seen.windows]).toEqual([served.width, served.height, served.windows]);
    for (const cosine of cosines(await embed(seen), await embed(served)))
      expect(cosine).toBeGreaterThan(0.99);
  },
  60_000,
);

describe('What is stored of a long picture', () => {
  test.each([
    ['keeps a short side of 320', 30_000, 320, 30_000, 320],
    ['keeps 512 on a larger short side', 20_000, 1000, 10_240, 512],
    ['is 4,096 long where that leaves 512 or more', 8000, 1000, 4096, 512],
  ])('%s', async (_what, width, height, storedWidth, storedHeight) => {
    const plain = sharp({ create: { width, height, channels: 3, background: '#885533' } });
    await expect(readPicture(await plain.png().toBuffer())).resolves.toMatchObject({
      width: storedWidth,
      height: storedHeight,
    });
  });
});
