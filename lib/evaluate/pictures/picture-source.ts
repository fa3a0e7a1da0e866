import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { networkInput } from '@/lib/images/network-input';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import type { View } from '@/lib/vision/view';

/** A picture file as statistics are cached of it: known by the SHA-256 (hex) of its bytes, decoded when it is asked for. */
export async function pictureSource(file: string, view: View): Promise<PictureSource> {
  const key = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { key, pixels: async () => networkInput(await readFile(file), view) };
}
