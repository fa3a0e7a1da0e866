import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Recipe } from '@/lib/vision/recipes';

/**
 * How many of these pictures the recipe's shipped projections were fitted on, by the list of SHA-256 prefixes
 * `<modelsDir>/<recipe>/fitted-on.sha256`; null where there is no list.
 */
export async function countFittedOn(
  modelsDir: string,
  recipe: Recipe,
  keys: Iterable<string>,
): Promise<number | null> {
  const list = await readFile(path.join(modelsDir, recipe.name, 'fitted-on.sha256'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  if (list === null) return null;
  const known = list.split('\n').filter((line) => line !== '');
  const length = known[0]?.length ?? 0;
  const prefixes = new Set(known);
  return [...keys].filter((key) => prefixes.has(key.slice(0, length))).length;
}
