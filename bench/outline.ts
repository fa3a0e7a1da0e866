import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reproduce } from '@/lib/evaluate/reproductions/reproduce';
import { networkInput, outlineInput } from '@/lib/images/network-input';
import { straightened } from '@/lib/images/straighten';
import { settings } from '@/lib/platform/settings';
import { reproductionKinds } from '@/lib/quality/reproduction-kinds';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { openEmbedder } from '@/lib/vision/node/embedder';
import { openOutlineNetwork } from '@/lib/vision/node/outline';

const usage = `usage: npm run bench -- outline --images DIR [--count 40]
How often a painting is found in plain pictures and in simulated reproductions of them, and what that costs beside
embedding the same pictures, by turns in one process.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { images: { type: 'string' }, count: { type: 'string', default: '40' } },
  });
  const count = Number(values.count);
  if (values.images === undefined || !(Number.isInteger(count) && count > 0)) {
    console.error(usage);
    return 2;
  }
  const { images } = values;
  const { modelsDir, backend } = settings();
  const { name: recipe, view } = await chosenRecipe(settings());
  // Chooses the backend of TensorFlow.js for both networks.
  const embedder = await openEmbedder({ modelsDir, recipe, backend });
  const network = await openOutlineNetwork(process.cwd());
  const files = (await readdir(images)).sort();
  const chosen = Array.from(
    { length: count },
    (_, at) => files[Math.floor((at * files.length) / count)] ?? '',
  );

  const spentMs = { outline: 0, straightening: 0, embedding: 0 };
  const timed = async <T>(part: keyof typeof spentMs, work: () => Promise<T>) => {
    const started = performance.now();
    const result = await work();
    spentMs[part] += performance.now() - started;
    return result;
  };
  let [asked, straightenedCount] = [0, 0];
  console.log('picture         found');
  for (const kind of ['plain', ...reproductionKinds] as const) {
    let found = 0;
    for (const [seed, file] of chosen.entries()) {
      const original = await readFile(path.join(images, file));
      const bytes = kind === 'plain' ? original : await reproduce(original, kind, seed);
      const outline = await timed('outline', async () => network.find(await outlineInput(bytes)));
      if (outline !== null) await timed('straightening', () => straightened(bytes, outline.corners));
      await timed('embedding', async () => embedder.embed([await networkInput(bytes, view)]));
      found += Number(outline !== null);
      asked += 1;
    }
    straightenedCount += found;
    console.log(`${kind.padEnd(12)} ${String(found).padStart(4)} of ${count}`);
  }
  const mean = (ms: number, times: number) => (ms / Math.max(1, times)).toFixed(1);
  console.log(
    `\nMeans: outline ${mean(spentMs.outline, asked)} ms, embedding by ${recipe} ${mean(spentMs.embedding, asked)} ms ` +
      `(× ${(spentMs.outline / spentMs.embedding).toFixed(3)}); straightening ${mean(spentMs.straightening, straightenedCount)} ms.`,
  );
  return 0;
}

process.exitCode = await main();
