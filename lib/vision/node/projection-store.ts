import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@/lib/platform/problem';
import type { NetworkKind } from '../embedding';
import type { NetworkInfo } from '../network-info';
import type { Projection } from '../projection';
import type { DescriptorRecipe } from '../descriptor';
import { decodeProjection, encodeProjection, type ProjectionHeader } from '../projection-codec';
import type { Recipe } from '../recipes';
import { extractorId, spaceOf, type Space } from '../space';

/** One kind of embedding, ready: the space it lies in and the projection into it (null: the descriptor itself). */
export interface FittedSpace {
  readonly space: Space;
  readonly descriptor: DescriptorRecipe;
  readonly projection: Projection | null;
}

/** `<modelsDir>/<recipe>/<kind>.projection` */
export function projectionFile(modelsDir: string, recipe: string, kind: NetworkKind): string {
  return path.join(modelsDir, recipe, `${kind}.projection`);
}

/** Writes a fitted projection; a reader sees the old file or the new one, never half. Returns its size in bytes. */
export async function storeProjection(
  file: string,
  header: ProjectionHeader,
  projection: Projection,
): Promise<number> {
  const bytes = encodeProjection(header, projection);
  await mkdir(path.dirname(file), { recursive: true });
  const staging = `${file}.${process.pid}.tmp`;
  await writeFile(staging, bytes);
  await rename(staging, file);
  return bytes.length;
}

/**
 * Loads a recipe's projection of one kind and names its space.
 * @throws Problem `unavailable` when it has not been fitted, `conflict` when it was fitted for another network or
 * another descriptor than the recipe's.
 */
export async function loadSpace(
  modelsDir: string,
  recipe: Recipe,
  kind: NetworkKind,
  network: NetworkInfo,
): Promise<FittedSpace> {
  const { descriptor, projection: wanted } = recipe.embeddings[kind];
  const extractor = extractorId(network, recipe.view, descriptor.layers);
  const bytes = await readFile(projectionFile(modelsDir, recipe.name, kind)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new Problem(
        'unavailable',
        `The recipe "${recipe.name}" has no ${kind} projection yet. Run: gafu fit --recipe ${recipe.name} --images DIR --manifest CSV`,
      );
    },
  );
  const { header, projection } = decodeProjection(bytes);
  const differs =
    (header.extractor !== extractor && `the network ${header.extractor}, installed is ${extractor}`) ||
    (JSON.stringify(header.descriptor) !== JSON.stringify(descriptor) &&
      `the descriptor ${JSON.stringify(header.descriptor)}, the recipe says ${JSON.stringify(descriptor)}`) ||
    (JSON.stringify(header.projection) !== JSON.stringify(wanted) &&
      `${JSON.stringify(header.projection)}, the recipe says ${JSON.stringify(wanted)}`);
  if (differs) {
    throw new Problem(
      'conflict',
      `The ${kind} projection of recipe "${recipe.name}" was fitted for ${differs}. Fit it again: gafu fit --recipe ${recipe.name}.`,
    );
  }
  const projectionId = createHash('sha256').update(bytes).digest('hex');
  return {
    projection,
    descriptor,
    space: await spaceOf({ kind, extractor, descriptor, projectionId, dimensions: header.dimensions }),
  };
}
