import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Problem, type ProblemKind } from '@/lib/platform/problem';
import { fileFault } from './file-fault';

export interface RegularFileOptions {
  /** What the file is called in messages. */
  readonly name: string;
  /** Throws if a file of this size is not wanted, before it is read. */
  readonly checkSizeBytes: (sizeBytes: number) => void;
  /** Of the Problem if the file cannot be read. */
  readonly kind?: ProblemKind;
}

/**
 * Reads a whole file, but nothing else: a pipe or a device may never end. Size and kind are known
 * before a byte is read, and more than `bytesMax` is never in memory.
 *
 * @throws Problem of `kind` (`not-found` by default) with one sentence for the curator, and what `checkSizeBytes` throws
 */
export async function readRegularFile(file: string, options: RegularFileOptions): Promise<Buffer> {
  const { name, kind = 'not-found' } = options;
  try {
    // Before it is opened too: opening some devices does something.
    refuseUnlessFile(await stat(file), options);
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      refuseUnlessFile(stats, options);
      const bytes = Buffer.allocUnsafeSlow(stats.size);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(kind, fileFault(error, name));
  }
}

function refuseUnlessFile(
  stats: Stats,
  { name, checkSizeBytes, kind = 'not-found' }: RegularFileOptions,
): void {
  if (!stats.isFile()) throw new Problem(kind, `${name} is ${kindOf(stats)}, not a file.`);
  checkSizeBytes(stats.size);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
