import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { reproduce } from '@/lib/evaluate/reproductions/reproduce';
import { openPicture } from '@/lib/images/decoding';
import { readPainting, readUpload } from '@/lib/images/query-picture';
import { straightened } from '@/lib/images/straighten';
import { withoutDots } from '@/lib/images/without-dots';
import { settings } from '@/lib/platform/settings';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { openEmbedder } from '@/lib/vision/node/embedder';
import { openOutlineNetwork } from '@/lib/vision/node/outline';

const usage = `usage: npm run bench -- upload --images DIR [--count 20] [--side 4000]
CPU-milliseconds by stage of a visitor's upload, of all threads: pictures as they are, or scaled to a long side, and
simulated photographs of them on a wall.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      images: { type: 'string' },
      count: { type: 'string', default: '20' },
      side: { type: 'string' },
    },
  });
  const [count, side] = [Number(values.count), values.side === undefined ? null : Number(values.side)];
  if (values.images === undefined || !(count > 0) || (side !== null && !(side > 0))) {
    console.error(usage);
    return 2;
  }
  const { images } = values;
  const files = (await readdir(images)).sort();
  const chosen = Array.from(
    { length: count },
    (_, at) => files[Math.floor((at * files.length) / count)] ?? '',
  );
  const scaled = async (bytes: Buffer) =>
    side === null
      ? bytes
      : sharp(bytes).resize(side, side, { fit: 'inside' }).jpeg({ quality: 90 }).toBuffer();
  const paintings = await Promise.all(chosen.map((file) => readFile(path.join(images, file))));
  const photographs: Buffer[] = [];
  for (const [seed, bytes] of paintings.entries()) photographs.push(await reproduce(bytes, 'frontal', seed));

  const { modelsDir, backend } = settings();
  const { name: recipe, view } = await chosenRecipe(settings());
  const embedder = await openEmbedder({ modelsDir, recipe, backend });
  const network = await openOutlineNetwork(process.cwd());
  const spentMs = new Map<string, number>();
  const timed = async <T>(stage: string, work: () => Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    spentMs.set(stage, (spentMs.get(stage) ?? 0) + (user + system) / 1e3);
    return result;
  };
  const upload = async (bytes: Buffer): Promise<void> => {
    const picture = await timed('read', async () => readUpload(await openPicture(bytes), view));
    const outline = await timed('outline network', async () => network.find(picture.outline));
    const pictures = [picture.shown];
    if (outline) {
      const painting = await timed('straighten', () => straightened(picture.bytes, outline.corners));
      pictures.push((await timed('read the painting', () => readPainting(painting, view))).shown);
    }
    for (const shown of pictures) {
      await timed('look for dots', () => withoutDots(shown));
      await timed(`embed by ${recipe}`, () => embedder.embed([shown]));
    }
  };
  for (const [name, originals] of Object.entries({ 'as it is': paintings, 'on a wall': photographs })) {
    const pictures = await Promise.all(originals.map(scaled));
    for (const bytes of pictures.slice(0, 4)) await upload(bytes);
    spentMs.clear();
    for (const bytes of pictures) await upload(bytes);
    console.log(`\n${count} paintings, ${name}`);
    for (const [stage, ms] of spentMs)
      console.log(`${stage.padEnd(20)} ${(ms / count).toFixed(1).padStart(8)}`);
  }
  return 0;
}

process.exit(await main());
