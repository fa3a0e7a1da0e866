import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@/lib/platform/problem';
import type { NetworkKind } from '../embedding';
import type { NetworkInfo } from '../network-info';
import { fittedSpace, type FittedSpace } from '../fitted-space';
import type { Projection } from '../projection';
import { encodeProjection, type ProjectionHeader } from '../projection-codec';
import type { Recipe } from '../recipes';

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
 * @throws Problem `unavailable` when it has not been fitted, else as {@link fittedSpace}
 */
export async function loadSpace(
  modelsDir: string,
  recipe: Recipe,
  kind: NetworkKind,
  network: NetworkInfo,
): Promise<FittedSpace> {
  const bytes = await readFile(projectionFile(modelsDir, recipe.name, kind)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new Problem(
        'unavailable',
        `The recipe "${recipe.name}" has no ${kind} projection yet. Run: gafu fit --recipe ${recipe.name} --images DIR --manifest CSV`,
      );
    },
  );
  return fittedSpace(bytes, recipe, kind, network);
}
