import { createHash } from 'node:crypto';
import { checkSizeBytes } from '@/lib/images/decoding';
import { networkInput } from '@/lib/images/network-input';
import { readRegularFile } from '@/lib/lists/regular-file';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import type { View } from '@/lib/vision/view';

/**
 * A picture file as statistics are cached of it: known by the SHA-256 (hex) of its bytes, decoded when its pixels are
 * needed.
 * @throws Problem if it cannot be read
 */
export async function pictureSource(file: string, view: View): Promise<PictureSource> {
  const read = () => readRegularFile(file, { name: file, checkSizeBytes });
  const key = createHash('sha256')
    .update(await read())
    .digest('hex');
  return { key, pixels: async () => networkInput(await read(), view) };
}
