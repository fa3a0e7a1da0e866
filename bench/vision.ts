import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { networkInput } from '@/lib/images/network-input';
import { settings } from '@/lib/platform/settings';
import { composeDescriptor } from '@/lib/vision/descriptor';
import type { Extractor } from '@/lib/vision/extractor';
import type { FittedSpace } from '@/lib/vision/fitted-space';
import type { Backend } from '@/lib/vision/node/backend';
import { openExtractor } from '@/lib/vision/node/batch';
import { loadSpace } from '@/lib/vision/node/projection-store';
import { project } from '@/lib/vision/projection';
import { recipeNamed, type Recipe } from '@/lib/vision/recipes';
import { statisticOf } from '@/lib/vision/statistics';

/**
 * `npm run bench -- vision [PICTURES] [ROUNDS]`: CPU-seconds (of all threads) per painting by stage and backend.
 * The backends take turns, a process each, so that whatever else the machine does falls on both.
 */
const stages = ['decode and resize', 'network', 'descriptors', 'projections'] as const;
type Cost = Record<(typeof stages)[number], number>;

const everythingElseMax = 0.2;
const [first = '12', second = '2'] = process.argv.slice(2);
const modelsDir = path.resolve('models');

if (first === '--worker') await measure(process.argv[3] as Backend, (process.argv[4] ?? '').split('\n'));
else compare(Number(first), Number(second));

function compare(pictures: number, rounds: number): void {
  const files = someFiles(pictures);
  const backends: Backend[] = existsSync('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node')
    ? ['node', 'wasm']
    : ['wasm'];
  if (backends.length === 1) console.log('@tensorflow/tfjs-node is not built here: WASM alone.');
  const costs = new Map(backends.map((backend) => [backend, emptyCost()]));
  for (let round = 0; round < rounds; round++) {
    for (const [backend, sum] of costs) {
      const output = execFileSync(
        process.execPath,
        ['--import', 'tsx', 'bench/vision.ts', '--worker', backend, files.join('\n')],
        { encoding: 'utf8' },
      );
      const cost = JSON.parse(output) as Cost;
      for (const stage of stages) sum[stage] += cost[stage] / rounds;
    }
  }
  console.log(
    `CPU-seconds a picture, recipe "${settings().recipe}", ${files.length} paintings, ${rounds} rounds; in brackets the share of the network's own`,
  );
  console.table(
    Object.fromEntries(
      [...stages, 'all but the network' as const].map((row) => [
        row,
        Object.fromEntries([...costs].map(([backend, cost]) => [backend, cell(cost, row)])),
      ]),
    ),
  );
  const [node, wasm] = [costs.get('node'), costs.get('wasm')];
  if (node && wasm) console.log(`network, wasm : node = ${(wasm.network / node.network).toFixed(2)}`);
  for (const [backend, cost] of costs) {
    const ratio = others(cost) / cost.network;
    console.log(
      `${backend}: everything but the network costs ${(ratio * 100).toFixed(1)} % of it (at most ${everythingElseMax * 100} %: ${ratio <= everythingElseMax ? 'yes' : 'NO'})`,
    );
    if (ratio > everythingElseMax) process.exitCode = 1;
  }
}

/** Prints the mean cost of these files on one backend, as JSON. */
async function measure(backend: Backend, files: readonly string[]): Promise<void> {
  const recipe = recipeNamed('default');
  const extractor = await openExtractor({ modelsDir, backend });
  const spaces = [
    await loadSpace(modelsDir, recipe, 'style', extractor.network),
    await loadSpace(modelsDir, recipe, 'content', extractor.network),
  ];
  for (const file of files.slice(0, 2)) await look(extractor, recipe, spaces, file, emptyCost());
  const cost = emptyCost();
  for (const file of files) await look(extractor, recipe, spaces, file, cost);
  for (const stage of stages) cost[stage] /= files.length;
  console.log(JSON.stringify(cost));
}

async function look(
  extractor: Extractor,
  recipe: Recipe,
  spaces: readonly FittedSpace[],
  file: string,
  cost: Cost,
): Promise<void> {
  const timed = async <T>(stage: (typeof stages)[number], work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    cost[stage] += (user + system) / 1e6;
    return result;
  };
  const bytes = readFileSync(file);
  const pixels = await timed('decode and resize', () => networkInput(bytes, recipe.view));
  const layers = [...new Set(spaces.flatMap(({ descriptor }) => descriptor.layers))];
  const maps = await timed('network', () => extractor.featureMaps([pixels], layers));
  const descriptors = await timed('descriptors', async () => {
    const found: Float32Array[] = [];
    for (const { descriptor } of spaces) {
      const parts: Float32Array[] = [];
      for (const layer of descriptor.layers) {
        const map = tf.squeeze<tf.Tensor3D>(maps[layers.indexOf(layer)] as tf.Tensor4D, [0]);
        parts.push(await statisticOf(map, descriptor.statistic));
        map.dispose();
      }
      found.push(composeDescriptor(parts, descriptor));
    }
    return found;
  });
  tf.dispose(maps);
  await timed('projections', () =>
    spaces.forEach(
      ({ projection }, index) => projection && project(descriptors[index] ?? new Float32Array(), projection),
    ),
  );
}

function emptyCost(): Cost {
  return { 'decode and resize': 0, network: 0, descriptors: 0, projections: 0 };
}

function others(cost: Cost): number {
  return cost['decode and resize'] + cost.descriptors + cost.projections;
}

function cell(cost: Cost, row: (typeof stages)[number] | 'all but the network'): string {
  const seconds = row === 'all but the network' ? others(cost) : cost[row];
  return `${seconds.toFixed(4)} (${((seconds / cost.network) * 100).toFixed(1)} %)`;
}

/** Evenly spread over the folder: PAINTINGS_DIR, else the sample collection. */
function someFiles(count: number): string[] {
  const folder = process.env.PAINTINGS_DIR
    ? path.join(process.env.PAINTINGS_DIR, 'images')
    : path.resolve('samples/works');
  if (!process.env.PAINTINGS_DIR)
    console.log('PAINTINGS_DIR is not set: measuring on the sample collection.');
  const files = readdirSync(folder)
    .filter((file) => /\.(jpe?g|png|webp)$/i.test(file))
    .sort();
  return Array.from({ length: Math.min(count, files.length) }, (_, index) =>
    path.join(folder, files[Math.floor((index * files.length) / count)] ?? ''),
  );
}
