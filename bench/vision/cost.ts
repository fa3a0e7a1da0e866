import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { networkInput } from '@/lib/images/network-input';
import { composeDescriptor } from '@/lib/vision/descriptor';
import type { Extractor } from '@/lib/vision/extractor';
import type { FittedSpace } from '@/lib/vision/fitted-space';
import { type Backend, threadsFor } from '@/lib/vision/node/backend';
import { openExtractor } from '@/lib/vision/node/batch';
import { loadSpace } from '@/lib/vision/node/projection-store';
import { paletteEmbedding } from '@/lib/vision/palette';
import { project } from '@/lib/vision/projection';
import { recipeNamed, type Recipe } from '@/lib/vision/recipes';
import { statisticOf } from '@/lib/vision/statistics';

export const stages = ['decode and resize', 'network', 'descriptors', 'projections', 'palette'] as const;

/** CPU-seconds a picture, of all threads. */
export type Cost = Record<(typeof stages)[number], number>;

export function emptyCost(): Cost {
  return { 'decode and resize': 0, network: 0, descriptors: 0, projections: 0, palette: 0 };
}

export function wholeOf(cost: Cost): number {
  return stages.reduce((sum, stage) => sum + cost[stage], 0);
}

/** A server looks for days; what V8 compiles for the first hundred pictures would weigh on the smaller network alone. */
const warmUpCpuS = 4;

/** The mean cost of these picture files by one recipe on one backend, in this process, once it is warm. */
export async function measureCost(
  recipeName: string,
  backend: Backend,
  files: readonly string[],
): Promise<Cost> {
  const recipe = recipeNamed(recipeName);
  const modelsDir = path.resolve('models');
  const { network } = recipe;
  const extractor = await openExtractor({ modelsDir, backend, network, threads: threadsFor[network] });
  const spaces = [
    await loadSpace(modelsDir, recipe, 'style', extractor.network),
    await loadSpace(modelsDir, recipe, 'content', extractor.network),
  ];
  const warmUp = emptyCost();
  while (wholeOf(warmUp) < warmUpCpuS)
    for (const file of files) await look(extractor, recipe, spaces, file, warmUp);
  const cost = emptyCost();
  for (const file of files) await look(extractor, recipe, spaces, file, cost);
  for (const stage of stages) cost[stage] /= files.length;
  return cost;
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
  await timed('palette', () => paletteEmbedding(pixels));
}
