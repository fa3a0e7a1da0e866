import { createHash } from 'node:crypto';
import { imageStore } from './shared-image-store';

/** A picture from the image store. Null if it is not there, or not what its key says. */
export async function storedOriginal(key: string): Promise<Buffer | null> {
  const bytes = await imageStore().get(key);
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === key ? bytes : null;
}
