import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Problem } from '@/lib/platform/problem';

export interface DownloadOptions {
  readonly url: string;
  /** Where the finished file goes. Until then it grows as `<file>.part`, which a later call goes on from. */
  readonly file: string;
  /** Of the whole file, hex. */
  readonly md5: string;
  /** `bytesAll` is null where the server does not say. */
  readonly onProgress?: (bytesDone: number, bytesAll: number | null) => void;
  /** Broken connections in a row that brought nothing new; each try goes on where the last one stopped. */
  readonly tries?: number;
  /** A server that sends nothing for so long counts as a broken connection. */
  readonly idleMsMax?: number;
}

/**
 * Fetches a large file once: resumed by HTTP range requests (RFC 9110, 14), checked by its checksum, and there
 * under its name only when it is whole.
 * @throws Problem `unavailable` when the server refuses or stays away (what has come is kept), `conflict` when the
 * file has another checksum (what has come is deleted, since resuming could only repeat it).
 */
export async function download(options: DownloadOptions): Promise<void> {
  const { url, file, md5, tries = 4 } = options;
  const part = `${file}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  for (let fruitless = 0; ;) {
    const before = await sizeOf(part);
    try {
      await fetchRest(options, part);
      break;
    } catch (error) {
      if (error instanceof Problem) throw error;
      fruitless = (await sizeOf(part)) > before ? 0 : fruitless + 1;
      if (fruitless >= tries) {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        throw new Problem(
          'unavailable',
          `${url} cannot be reached (${cause instanceof Error ? cause.message : String(cause)}). What has come so far is kept: run it again to go on.`,
        );
      }
    }
  }
  const found = await md5Of(part);
  if (found !== md5) {
    await rm(part, { force: true });
    throw new Problem(
      'conflict',
      `What ${url} sent has the MD5 ${found}, expected ${md5}. It was deleted; try again, or fetch it by other means.`,
    );
  }
  await rename(part, file);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function fetchRest(
  { url, onProgress, idleMsMax = 30_000 }: DownloadOptions,
  part: string,
): Promise<void> {
  const have = await sizeOf(part);
  const watch = new AbortController();
  let timer = setTimeout(() => watch.abort(new Error(`nothing came for ${idleMsMax} ms`)), idleMsMax);
  try {
    const response = await fetch(url, {
      headers: have > 0 ? { range: `bytes=${have}-` } : {},
      signal: watch.signal,
    });
    // Nothing lies beyond what is here: the file is whole, or not this one. The checksum decides.
    if (response.status === 416 && have > 0) return;
    if (!response.ok || !response.body) {
      if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
      throw new Problem(
        'unavailable',
        `${url} answered ${response.status} ${response.statusText}. The address may have moved.`,
      );
    }
    const resumed =
      response.status === 206 && (response.headers.get('content-range') ?? '').startsWith(`bytes ${have}-`);
    if (response.status === 206 && !resumed)
      throw new Error('the server sent another range than was requested');
    let done = resumed ? have : 0;
    const length = Number(response.headers.get('content-length'));
    const all = length > 0 ? done + length : null;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        clearTimeout(timer);
        timer = setTimeout(() => watch.abort(new Error(`nothing came for ${idleMsMax} ms`)), idleMsMax);
        onProgress?.((done += chunk.length), all);
        next(null, chunk);
      },
    });
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream),
      meter,
      createWriteStream(part, { flags: resumed ? 'a' : 'w' }),
    );
  } finally {
    clearTimeout(timer);
  }
}

async function md5Of(file: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
