import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { type ExportFormat, type ExportPart, listName } from './export-works';

/**
 * An export with pictures as one tar archive, as a stream of bytes. The list is its last member: it is gathered in a
 * temporary file, since an archive gives the size of a member before the member.
 */
export function exportArchive(
  parts: AsyncIterable<ExportPart>,
  format: ExportFormat,
): AsyncIterable<Uint8Array> {
  const archive = pack();
  // An error ends the stream with that error; whoever reads it is told.
  fill(archive, parts, format).catch((error: unknown) => archive.destroy(error as Error));
  return archive as AsyncIterable<Uint8Array>;
}

async function fill(archive: Pack, parts: AsyncIterable<ExportPart>, format: ExportFormat): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-export-'));
  try {
    const file = path.join(folder, listName(format));
    const list = await open(file, 'wx');
    try {
      for await (const part of parts) {
        if (part.kind === 'text') await list.writeFile(part.text);
        else await addPicture(archive, part.file, part.bytes);
      }
      const { size } = await list.stat();
      await pipeline(createReadStream(file), archive.entry({ name: listName(format), size, mode: 0o644 }));
    } finally {
      await list.close();
    }
    archive.finalize();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function addPicture(archive: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive
      .entry({ name, size: bytes.byteLength, mode: 0o644 }, (error) => (error ? reject(error) : resolve()))
      .end(bytes);
  });
}
