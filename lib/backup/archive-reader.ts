import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract, type Extract } from 'tar-stream';
import { Problem } from '@/lib/platform/problem';
import { checksumsName, formVersion, headerName, headerSchema, type BackupHeader } from './header';

/** One file in the archive: its header, and its bytes as a stream. */
type Entry = Extract extends AsyncIterable<infer Source> ? Source : never;

/** Of the members that are read whole before they are known to be right: header and checksums. */
const textBytesMax = 512 * 1024 ** 2;

/** Calls `use` for each member of the archive, one after the other; what it leaves unread is skipped. */
export async function eachMember(
  file: string,
  use: (name: string, entry: Entry) => Promise<void>,
  onRead: (bytes: number) => void = () => undefined,
): Promise<void> {
  const members = extract();
  const source = createReadStream(file, { highWaterMark: 1024 ** 2 });
  source.on('data', (chunk) => onRead(chunk.length));
  const read = pipeline(source, members);
  read.catch(() => undefined);
  try {
    for await (const entry of members) {
      await use(entry.header.name, entry);
      entry.resume();
    }
    await read;
  } catch (error) {
    source.destroy();
    throw error;
  }
}

export async function bytesOf(entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Reads the whole archive and compares every member with its checksum.
 * @param onRead is called with the bytes read since the last call
 * @returns what the archive says of itself
 * @throws Problem `invalid-request` for what is no backup, is cut short or altered, or was made by a later form;
 *   `not-found` where there is no file
 */
export async function verifyArchive(
  file: string,
  onRead: (bytes: number) => void = () => undefined,
): Promise<BackupHeader> {
  const found = new Map<string, string>();
  let header: unknown = null;
  let checksums: string | null = null;
  const readMember = async (name: string, entry: Entry) => {
    if (found.size === 0 && name !== headerName) throw notABackup(file);
    if (name === headerName || name === checksumsName) {
      if ((entry.header.size ?? 0) > textBytesMax) throw notABackup(file);
      const bytes = await bytesOf(entry);
      if (name === checksumsName) checksums = bytes.toString('utf8');
      else header = parseJson(bytes);
      found.set(name, createHash('sha256').update(bytes).digest('hex'));
      return;
    }
    const digest = createHash('sha256');
    for await (const chunk of entry) digest.update(chunk as Buffer);
    found.set(name, digest.digest('hex'));
  };
  try {
    await eachMember(file, readMember, onRead);
  } catch (error) {
    throw readingProblem(file, error, found.size > 0);
  }
  if (found.size === 0) throw notABackup(file);
  if (checksums === null) throw cutShort(file);
  compareChecksums(file, found, checksums);
  return readHeader(file, header);
}

function compareChecksums(file: string, found: Map<string, string>, checksums: string): void {
  found.delete(checksumsName);
  for (const line of checksums.split('\n').filter((text) => text !== '')) {
    const [, expected, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (expected === undefined || name === undefined)
      throw damaged(file, `${checksumsName} has a line that is no checksum`);
    const actual = found.get(name);
    if (actual === undefined) throw damaged(file, `${name} is missing`);
    if (actual !== expected) throw damaged(file, `${name} is not what was written`);
    found.delete(name);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw damaged(file, `${extra} was added to it, or its checksum was lost`);
}

function readHeader(file: string, header: unknown): BackupHeader {
  const form = (header as { form?: unknown } | null)?.form;
  if (typeof form === 'number' && form > formVersion)
    throw new Problem(
      'invalid-request',
      `${file} was made by a newer Gafu, in form ${form}; this one reads forms up to ${formVersion}. Update Gafu first. Nothing was changed.`,
    );
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success) throw damaged(file, `${headerName} cannot be understood`);
  return parsed.data;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function readingProblem(file: string, error: unknown, begun: boolean): unknown {
  if (error instanceof Problem) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new Problem('not-found', `There is no file ${file}.`);
  // What the file system reports is not about the archive.
  if (code !== undefined) return error;
  if (!begun) return notABackup(file);
  return message === 'Unexpected end of data' ? cutShort(file) : damaged(file, message);
}

function notABackup(file: string): Problem {
  return new Problem(
    'invalid-request',
    `${file} is not a backup of Gafu. Give a file that gafu backup has written. Nothing was changed.`,
  );
}

function cutShort(file: string): Problem {
  return new Problem(
    'invalid-request',
    `${file} is cut short: its end is missing. Copy it again, or use another backup. Nothing was changed.`,
  );
}

function damaged(file: string, what: string): Problem {
  return new Problem(
    'invalid-request',
    `${file} is damaged: ${what}. Copy it again, or use another backup. Nothing was changed.`,
  );
}
