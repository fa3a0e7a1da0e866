import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyConfig, type BusboyFileStream } from '@fastify/busboy';
import { Problem, type ProblemKind } from '@/lib/platform/problem';
import { limitedBody, tooLarge } from './request-body';

export interface ReceivedFile {
  /** The form field it came in. */
  readonly field: string;
  /** As the sender calls it; never used as a path. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ReceivedForm {
  /** The text fields; of a repeated one the last. */
  readonly fields: Readonly<Record<string, string>>;
  /** The same with every value of a repeated one, in order. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly ReceivedFile[];
}

export interface MultipartLimits {
  readonly filesMax: number;
  /** Per file. */
  readonly bytesMax: number;
  /** Text fields; 200 when left out. */
  readonly fieldsMax?: number;
}

/** Text fields altogether, with the lines between the parts. */
const textBytesMax = 2 ** 20;
const fieldBytesMax = 64 * 1024;
/** More than a search has parameters, its repeated filters included. */
const fieldsMaxDefault = 200;

function openParser(request: Request, limits: BusboyConfig['limits']) {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw new Problem(
      'invalid-request',
      `Expected a form (multipart/form-data), got ${contentType || 'no content type'}.`,
    );
  }
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    throw new Problem(
      'invalid-request',
      `The form cannot be read: its content type is "${contentType}", without a boundary.`,
    );
  }
}

/**
 * Receives a form as a stream and keeps at most `filesMax` files of `bytesMax` bytes in memory; it stops reading
 * at the first limit that is passed. An empty file field (nothing was chosen) is left out.
 *
 * @throws Problem `too-large` or `invalid-request` saying which limit, or that the form is malformed or cut short
 */
export async function receiveMultipart(
  request: Request,
  { filesMax, bytesMax, fieldsMax = fieldsMaxDefault }: MultipartLimits,
): Promise<ReceivedForm> {
  const parser = openParser(request, {
    files: filesMax,
    fileSize: bytesMax,
    fields: fieldsMax,
    fieldSize: fieldBytesMax,
    headerPairs: 20,
  });
  const values = new Map<string, string[]>();
  const files: ReceivedFile[] = [];
  const refuse = (problem: Problem) => void parser.destroy(problem);
  const tooMany = (kind: ProblemKind, what: string) => () =>
    refuse(new Problem(kind, `The form has more than ${what}.`));
  parser.on('filesLimit', tooMany('too-large', filesMax === 1 ? 'one file' : `${filesMax} files`));
  parser.on('fieldsLimit', tooMany('invalid-request', `${fieldsMax} fields`));
  parser.on('field', (name: string, value: string, _nameCut: boolean, valueCut: boolean) => {
    if (valueCut) refuse(tooLarge(`The field "${name}"`, fieldBytesMax));
    values.set(name, [...(values.get(name) ?? []), value]);
  });
  parser.on('file', (field: string, stream: BusboyFileStream, name: string | undefined) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('limit', () => refuse(tooLarge(`The file "${name ?? field}"`, bytesMax)));
    // The parser reports the same error itself; without a listener it would end the process.
    stream.on('error', () => undefined);
    stream.on('end', () => {
      const bytes = Buffer.concat(chunks);
      if (name || bytes.byteLength > 0) files.push({ field, name: name ?? '', bytes });
    });
  });
  try {
    await pipeline(limitedBody(request, filesMax * bytesMax + textBytesMax, filesMax * bytesMax), parser);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      'invalid-request',
      `The form is malformed or was cut short (${reason}). Send it again.`,
    );
  }
  const last = [...values].map(([name, all]) => [name, all.at(-1) ?? ''] as const);
  return { fields: Object.fromEntries(last), values: Object.fromEntries(values), files };
}
