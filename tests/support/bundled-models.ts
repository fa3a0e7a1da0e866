import { cp } from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies what comes with Gafu, and no VGG19 that may be installed beside it, into a folder for GAFU_MODELS_DIR.
 * @returns the folder
 */
export async function copyBundledModels(parent: string): Promise<string> {
  const folder = path.join(parent, 'models');
  for (const name of ['lite', 'default'])
    await cp(path.join('models', name), path.join(folder, name), {
      recursive: true,
      filter: (source) => !source.includes(`${path.sep}training`),
    });
  return folder;
}
