import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { log } from '@/lib/platform/log';
import { makeFolder } from '@/lib/platform/make-folder';

/** Pictures made for the Image API, kept on this machine's disk up to a limit. Nothing is lost with them. */
export interface TileCache {
  /** Null if it is not there, or was damaged. */
  get(name: string): Promise<Buffer | null>;
  /** The least recently used go when there is too much. Never throws: a full disk costs time and no picture. */
  put(name: string, bytes: Buffer): Promise<void>;
  /** Bytes that are kept. */
  sizeBytes(): Promise<number>;
}

const digestBytes = 32;
/** Room is made for this share of the limit at once, so that not every new tile has to search for an old one. */
const freedShare = 0.1;

/** A cache in a folder that belongs to it alone. */
export function tileCache(folder: string, bytesMax: number): TileCache {
  /** Bytes by file, in the order of their last use. */
  let listing: Promise<Map<string, number>> | null = null;
  const files = () => (listing ??= listFiles(folder));
  let total = 0;

  async function used(): Promise<Map<string, number>> {
    const first = listing === null;
    const known = await files();
    if (first) total = sum(known);
    return known;
  }

  async function forget(file: string): Promise<void> {
    const known = await used();
    total -= known.get(file) ?? 0;
    known.delete(file);
    await rm(file, { force: true });
  }

  async function makeRoom(): Promise<void> {
    if (total <= bytesMax) return;
    const leaving: string[] = [];
    let left = total;
    for (const [file, bytes] of await used()) {
      if (left <= bytesMax * (1 - freedShare)) break;
      leaving.push(file);
      left -= bytes;
    }
    await Promise.all(leaving.map(forget));
  }

  return {
    async get(name) {
      const file = fileOf(folder, name);
      const known = await used();
      const size = known.get(file);
      if (size === undefined) return null;
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      const body = bytes.subarray(digestBytes);
      // A power cut can leave a file without its bytes.
      if (!bytes.subarray(0, digestBytes).equals(digest(body))) {
        await forget(file);
        return null;
      }
      known.delete(file);
      known.set(file, size);
      // So that the order survives a restart.
      const now = new Date();
      void utimes(file, now, now).catch(() => undefined);
      return body;
    },
    async put(name, bytes) {
      const file = fileOf(folder, name);
      try {
        const known = await used();
        makeFolder(path.dirname(file));
        const draft = `${file}.${randomUUID()}`;
        await writeFile(draft, Buffer.concat([digest(bytes), bytes]));
        await rename(draft, file);
        total += bytes.length + digestBytes - (known.get(file) ?? 0);
        known.delete(file);
        known.set(file, bytes.length + digestBytes);
        await makeRoom();
      } catch (error) {
        log.warn({ reason: String(error) }, 'A tile could not be kept');
      }
    },
    sizeBytes: async () => sum(await used()),
  };
}

function fileOf(folder: string, name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return path.join(folder, hash.slice(0, 2), hash.slice(2));
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function sum(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((bytes, one) => bytes + one, 0);
}

/** What an earlier process left, the least recently used first; its unfinished drafts are removed. */
async function listFiles(folder: string): Promise<Map<string, number>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const found: { file: string; bytes: number; usedAtMs: number }[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    if (/\.[0-9a-f-]{36}$/.test(name)) await rm(file, { force: true });
    else {
      const facts = await stat(file).catch(() => null);
      if (facts?.isFile()) found.push({ file, bytes: facts.size, usedAtMs: facts.mtimeMs });
    }
  }
  found.sort((a, b) => a.usedAtMs - b.usedAtMs);
  return new Map(found.map(({ file, bytes }) => [file, bytes]));
}
