import path from 'node:path';
import { processSingleton } from '@/lib/platform/memo';
import { settings } from '@/lib/platform/settings';
import { folderStore } from './folder-store';

/**
 * Where originals and renditions are kept: bytes under a key, written once and never changed (a key is a
 * SHA-256 in hex, for renditions followed by a suffix such as `-640.webp`).
 */
export interface ImageStore {
  /** Atomic and durable: after it resolves the bytes survive a power cut; before, nobody sees a part of them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer | null>;
  /** Removes the bytes and every rendition of them; nothing happens when there are none. */
  delete(key: string): Promise<void>;
}

const keyPattern = /^[0-9a-f]{64}(-[0-9]+\.webp)?$/;

/** Whether a text is a key at all: what comes from a URL is asked this before it gets near a file system. */
export function isImageKey(text: string): boolean {
  return keyPattern.test(text);
}

/** The store of this process, as the settings say: the folder `images` of the data folder. */
export function imageStore(): ImageStore {
  return processSingleton('image-store', () => folderStore(path.resolve(settings().dataDir, 'images')));
}
