import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { refuseExisting } from '@/lib/platform/new-file';
import { checksumsName } from './header';

/** A tar archive that is being written, one member after the other. */
export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Writes an archive whose last member lists the SHA-256 of the others. It appears under its name when it is whole and
 * on the disk; if `fill` throws, nothing is left.
 * @returns its size
 * @throws Problem `conflict` when the file is there already
 */
export async function writeArchive(
  file: string,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<{ sizeBytes: number }> {
  await refuseExisting(file);
  const draft = `${file}.part`;
  await rm(draft, { force: true });
  const tar = pack();
  const written = pipeline(tar, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
  // It is awaited below; until then a full disk shows in the member that cannot be written.
  written.catch(() => undefined);
  const checksums: string[] = [];
  const mtime = new Date();
  const put = (name: string, bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      tar
        .entry({ name, size: bytes.byteLength, mtime, mode: 0o600 }, done)
        .end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
  const putOrFail = (name: string, bytes: Uint8Array) =>
    Promise.race([put(name, bytes), written.then(() => undefined)]);
  try {
    await fill({
      async add(name, bytes) {
        checksums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
        await putOrFail(name, bytes);
      },
    });
    await putOrFail(checksumsName, Buffer.from(checksums.join('')));
    tar.finalize();
    await written;
    await link(draft, file);
    return { sizeBytes: (await stat(file)).size };
  } catch (error) {
    tar.destroy();
    await written.catch(() => undefined);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') await refuseExisting(file);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
