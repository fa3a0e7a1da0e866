import { type Readable } from 'node:stream';
import { decodeStrictly } from './encodings';

/** A line of a JSON Lines file (jsonlines.org). */
export type JsonLine =
  | { readonly line: number; readonly value: unknown }
  /** Why it cannot be used, in a curator's words. */
  | { readonly line: number; readonly reason: string };

const newline = 0x0a;
const megabytesMax = 16;

/** The lines of a JSON Lines file in UTF-8, one at a time, blank ones left out. A bad line costs only itself. */
export async function* jsonLines(file: Readable): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const bytes of linesOf(file)) {
    line += 1;
    if (bytes === null) yield { line, reason: `it is longer than ${megabytesMax} MB` };
    else {
      const text = decodeStrictly(bytes, 'utf-8');
      if (text === null) yield { line, reason: 'it is not text in UTF-8' };
      else if (text.trim() !== '') yield { line, ...parsed(text) };
    }
  }
}

function parsed(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: `it is not JSON (${(error as Error).message})` };
  }
}

/** Null for a line that is too long; no more than `megabytesMax` is kept of any. */
async function* linesOf(file: Readable): AsyncGenerator<Buffer | null> {
  let kept: Buffer[] = [];
  let size = 0;
  const take = (bytes: Buffer) => {
    size += bytes.length;
    if (size <= megabytesMax * 2 ** 20) kept.push(bytes);
    else kept = [];
  };
  const end = () => {
    const line = size > megabytesMax * 2 ** 20 ? null : Buffer.concat(kept);
    kept = [];
    size = 0;
    return line;
  };
  for await (const chunk of file as AsyncIterable<Buffer>) {
    let start = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, start)) {
      take(chunk.subarray(start, at));
      yield end();
      start = at + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield end();
}
