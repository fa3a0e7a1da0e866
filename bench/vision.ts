import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Backend } from '@/lib/vision/node/backend';
import { type Cost, emptyCost, measureCost, stages, wholeOf } from './vision/cost';

/**
 * `npm run bench -- vision [PICTURES] [ROUNDS]`: CPU-seconds (of all threads) per painting by stage, of both networks on
 * every backend. They take turns, a process each, so that whatever else the machine does falls on all.
 */
interface Subject {
  readonly recipe: 'default' | 'lite';
  readonly backend: Backend;
  readonly cost: Cost;
}

const everythingElseMax = 0.2;
const networkRatioMin = 12;
const liteWholeMaxS = 0.12;

const [first = '12', second = '2'] = process.argv.slice(2);
const [, , , recipe = '', backend = '', files = ''] = process.argv;
if (first === '--worker') {
  console.log(JSON.stringify(await measureCost(recipe, backend as Backend, files.split('\n'))));
} else {
  report(compare(someFiles(Number(first)), Number(second)));
}

function compare(paintings: readonly string[], rounds: number): readonly Subject[] {
  const isBuilt = existsSync('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');
  if (!isBuilt) console.log('@tensorflow/tfjs-node is not built here: WASM alone.');
  if (!existsSync('models/vgg19/model.json')) {
    console.error('VGG19 is not installed, which the compact network is compared with: gafu models install');
    process.exit(2);
  }
  const backends: readonly Backend[] = isBuilt ? ['node', 'wasm'] : ['wasm'];
  const subjects = backends.flatMap((own): Subject[] => [
    { recipe: 'default', backend: own, cost: emptyCost() },
    { recipe: 'lite', backend: own, cost: emptyCost() },
  ]);
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) {
      const worker = ['bench/vision.ts', '--worker', subject.recipe, subject.backend, paintings.join('\n')];
      const output = execFileSync(process.execPath, ['--import', 'tsx', ...worker], { encoding: 'utf8' });
      const measured = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Cost;
      for (const stage of stages) subject.cost[stage] += measured[stage] / rounds;
    }
  }
  console.log(
    `CPU-seconds a picture, ${paintings.length} paintings, ${rounds} rounds; in brackets the share of the network's own`,
  );
  return subjects;
}

function report(subjects: readonly Subject[]): void {
  const rows: Record<string, (cost: Cost) => number> = {
    ...Object.fromEntries(stages.map((stage) => [stage, (cost: Cost) => cost[stage]])),
    'all but the network': (cost) => wholeOf(cost) - cost.network,
    'whole picture': wholeOf,
  };
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([row, of]) => [
        row,
        Object.fromEntries(
          subjects.map((one) => [`${one.recipe}, ${one.backend}`, cell(of(one.cost), one.cost)]),
        ),
      ]),
    ),
  );
  for (const { recipe: name, backend: own, cost } of subjects) {
    if (name === 'default') {
      const ratio = (wholeOf(cost) - cost.network) / cost.network;
      judge(
        `${own}: everything but VGG19 costs ${(ratio * 100).toFixed(1)} % of it, at most ${everythingElseMax * 100} %`,
        ratio <= everythingElseMax,
      );
      continue;
    }
    const vgg19 = subjects.find((other) => other.recipe === 'default' && other.backend === own);
    const ratio = (vgg19?.cost.network ?? 0) / cost.network;
    judge(
      `${own}: VGG19 : compact network = ${ratio.toFixed(1)}, at least ${networkRatioMin}`,
      ratio >= networkRatioMin,
    );
    if (own === 'wasm')
      judge(
        `wasm: a whole picture by the compact network takes ${wholeOf(cost).toFixed(3)} CPU-s, at most ${liteWholeMaxS}`,
        wholeOf(cost) <= liteWholeMaxS,
      );
  }
}

function judge(requirement: string, holds: boolean): void {
  console.log(`${requirement}: ${holds ? 'yes' : 'NO'}`);
  if (!holds) process.exitCode = 1;
}

function cell(seconds: number, { network }: Cost): string {
  return `${seconds.toFixed(4)} (${((seconds / network) * 100).toFixed(1)} %)`;
}

/** Evenly spread over the folder: PAINTINGS_DIR, else the sample collection. */
function someFiles(count: number): string[] {
  const folder = process.env.PAINTINGS_DIR
    ? path.join(process.env.PAINTINGS_DIR, 'images')
    : path.resolve('samples/works');
  if (!process.env.PAINTINGS_DIR)
    console.log('PAINTINGS_DIR is not set: measuring on the sample collection.');
  const pictures = readdirSync(folder)
    .filter((file) => /\.(jpe?g|png|webp)$/i.test(file))
    .sort();
  return Array.from({ length: Math.min(count, pictures.length) }, (_, index) =>
    path.join(folder, pictures[Math.floor((index * pictures.length) / count)] ?? ''),
  );
}
