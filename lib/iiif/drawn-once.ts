import path from 'node:path';
import { processSingleton } from '@/lib/platform/process-singleton';
import { evenIfClosed } from '@/lib/platform/request-context';
import { settings } from '@/lib/platform/settings';
import { tileCache, type TileCache } from './tile-cache';

/** The cache of this process, in the folder `tiles` of the data folder. */
function sharedTileCache(): TileCache {
  return processSingleton('tile-cache', () => {
    const { dataDir, tileCacheBytesMax } = settings();
    return tileCache(path.join(dataDir, 'tiles'), tileCacheBytesMax);
  });
}

/**
 * A picture that is drawn when it is first asked for, and kept on the disk; several who ask at once share one drawing.
 * @param name of all that the picture depends on, the version of what draws it included
 * @returns null if `draw` does
 */
export async function drawnOnce(name: string, draw: () => Promise<Buffer | null>): Promise<Buffer | null> {
  const cache = sharedTileCache();
  const kept = await cache.get(name);
  if (kept !== null) return kept;
  const underway = processSingleton('tiles', () => new Map<string, Promise<Buffer | null>>());
  const shared = underway.get(name);
  if (shared) return await shared;
  const drawing = evenIfClosed(draw).finally(() => underway.delete(name));
  underway.set(name, drawing);
  const bytes = await drawing;
  if (bytes !== null) await cache.put(name, bytes);
  return bytes;
}
