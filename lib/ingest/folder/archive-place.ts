import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { checkSizeBytes } from '@/lib/images/decoding';
import { Problem } from '@/lib/platform/problem';
import { type ListFile, listNames, type PicturePlace } from './picture-place';

/** Of the header before each member. */
const headerBytes = 512;

/** Where the bytes of a member are in the archive. */
interface Member {
  readonly offset: number;
  readonly sizeBytes: number;
}

/**
 * The pictures of a tar archive, which is read once to its end, to find them, and never unpacked.
 *
 * @param archive absolute
 * @throws Problem `invalid-request` if it is no tar archive, or cut short
 */
export async function archivePlace(archive: string): Promise<PicturePlace> {
  const members = await membersOf(archive);
  const nameOf = (file: string) => path.relative(archive, file).split(path.sep).join('/');
  return {
    find(written) {
      const name = path.posix.normalize(written.replaceAll('\\', '/'));
      if (members.has(name)) return Promise.resolve(path.join(archive, name));
      return Promise.reject(
        new Problem('invalid-request', `There is no file ${written} in ${path.basename(archive)}.`),
      );
    },
    read(file) {
      const member = members.get(nameOf(file));
      if (member === undefined) throw new Error(`${file} was not found in the archive`);
      checkSizeBytes(member.sizeBytes);
      return bytesOf(archive, member);
    },
    list() {
      const name = listNames.find((one) => members.has(one));
      const member = name === undefined ? undefined : members.get(name);
      if (name === undefined || member === undefined)
        throw new Problem('not-found', `${archive} has no list ${listNames.join(' or ')}.`);
      return Promise.resolve(listMember(archive, name, member));
    },
  };
}

function listMember(archive: string, name: string, member: Member): ListFile {
  const { offset, sizeBytes } = member;
  return {
    name,
    async bytes(checkSize) {
      checkSize(sizeBytes);
      return await bytesOf(archive, member);
    },
    stream: () => createReadStream(archive, { start: offset, end: offset + sizeBytes - 1 }),
  };
}

async function membersOf(archive: string): Promise<Map<string, Member>> {
  const members = new Map<string, Member>();
  const entries = extract();
  const read = pipeline(createReadStream(archive, { highWaterMark: 2 ** 20 }), entries);
  read.catch(() => undefined);
  try {
    for await (const entry of entries) {
      const { name, type, size } = entry.header;
      if (type === 'file')
        members.set(path.posix.normalize(name), { offset: entry.offset + headerBytes, sizeBytes: size });
      entry.resume();
    }
    await read;
  } catch (error) {
    throw new Problem(
      'invalid-request',
      `${archive} is not a whole tar archive (${(error as Error).message}). Copy it again, or export again.`,
    );
  }
  return members;
}

async function bytesOf(archive: string, { offset, sizeBytes }: Member): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  const file = await open(archive);
  try {
    let filled = 0;
    while (filled < sizeBytes) {
      const { bytesRead } = await file.read(bytes, filled, sizeBytes - filled, offset + filled);
      if (bytesRead === 0)
        throw new Problem('invalid-request', `${archive} became shorter while it was read.`);
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
