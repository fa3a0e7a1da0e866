import { type Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/utils';
import { type BatchFile, findBatchFile } from '@/lib/catalog/batches.repository';
import { database } from '@/lib/catalog/database';
import { receivedBytes, storePart } from './parts';

/** A part is stored when so much has come, so that a connection holds no more in memory, and loses no more. */
const partBytes = 4 * 2 ** 20;

/** What @tus/server keeps uploads in: parts in the image store, and what is known of them in Postgres. */
export class BatchStore extends DataStore {
  override async getUpload(id: string): Promise<Upload> {
    const file = await fileOf(id);
    const size = Number(file.sizeBytes);
    const offset = file.state === 'waiting' ? receivedBytes(file) : size;
    return new Upload({ id, size, offset });
  }

  /** @returns how much of the file has come. What came before the connection was lost is kept. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const file = await fileOf(id);
    let at = offset;
    let chunks: Buffer[] = [];
    let length = 0;
    const flush = async () => {
      if (length === 0) return;
      if (!(await storePart(file, at, Buffer.concat(chunks)))) throw ERRORS.INVALID_OFFSET;
      at += length;
      chunks = [];
      length = 0;
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        length += chunk.byteLength;
        if (length >= partBytes) await flush();
      }
    } catch (error) {
      if (error !== ERRORS.INVALID_OFFSET) await flush();
      throw error;
    }
    await flush();
    return at;
  }
}

async function fileOf(id: string): Promise<BatchFile> {
  const file = await findBatchFile(await database(), id);
  if (file === null || file.state === 'refused') throw ERRORS.FILE_NOT_FOUND;
  return file;
}
