import path from 'node:path';

/** Where a new file is to be: Gafu runs in its root, and the person means the folder that they stand in. Absolute. */
export function fileToWrite(name: string): string {
  return path.resolve(process.env.GAFU_STANDING ?? process.cwd(), name);
}
