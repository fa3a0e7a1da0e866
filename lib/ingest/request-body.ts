import { megabytes, pictureLimits } from '@/lib/images/picture-limits';
import { processSingleton } from '@/lib/platform/process-singleton';
import { Problem } from '@/lib/platform/problem';
import { type Asker, currentAsker } from '@/lib/platform/request-context';

/** Limits on bodies that are arriving. */
export const receivingLimits = {
  /** A sender that sends nothing for so long is cut off. */
  idleMsMax: 15_000,
  /** Slower than this on average, after a while, and it is cut off too: a poor mobile line is faster. */
  bytesPerSecondMin: 4 * 1024,
  rateGraceMs: 15_000,
} as const;

const mebibyte = 2 ** 20;

/** Memory that one client's bodies may hold, and all bodies together: at least one largest picture in base64. */
export function receivingShares(): { readonly clientBytesMax: number; readonly bytesMax: number } {
  const largestBytes = Math.ceil((pictureLimits().bytesMax * 4) / 3) + 2 * mebibyte;
  const clientBytesMax = Math.max(48 * mebibyte, largestBytes);
  return { clientBytesMax, bytesMax: Math.max(128 * mebibyte, 2.5 * clientBytesMax) };
}

const received = () =>
  processSingleton('receiving-bytes', () => ({ bytes: 0, byClient: new Map<string, number>() }));

export function tooLarge(what: string, bytesMax: number): Problem {
  return new Problem('too-large', `${what} is larger than the ${megabytes(bytesMax)} that are allowed.`, {
    bytesMax,
  });
}

/**
 * The bytes of a request's body as they come in, and not one past the limit: reading stops there, whatever
 * length was declared. A declared length over the limit is refused before anything is read.
 *
 * @param allowed the limit as the sender is told it, where `bytesMax` has room for what wraps the picture
 * @throws Problem `too-large`; `invalid-request` when there is no body or it breaks off; `too-slow` when the sender
 *   stalls; `unavailable` when this client, or all together, are sending too much at the same time
 */
export async function* limitedBody(
  request: Request,
  bytesMax: number,
  allowed = bytesMax,
  { client } = currentAsker(),
): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge('What was sent', allowed);
  if (request.body === null) throw new Problem('invalid-request', 'The request has no body.');
  const reader = request.body.getReader();
  const started = performance.now();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await readSoon(reader);
      if (done) return;
      length += value.byteLength;
      hold(client, value.byteLength);
      if (length > bytesMax) throw tooLarge('What was sent', allowed);
      requireShare(client);
      requireRate(length, performance.now() - started);
      yield value;
    }
  } finally {
    hold(client, -length);
    // Not awaited: a sender that stalls may never let it end.
    void reader.cancel().catch(() => undefined);
  }
}

/** The whole body, at most `bytesMax` bytes. @throws Problem as {@link limitedBody} */
export async function readBody(request: Request, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitedBody(request, bytesMax)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readSoon(reader: Reader): Promise<Awaited<ReturnType<Reader['read']>>> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow('stopped')), receivingLimits.idleMsMax);
  });
  try {
    return await Promise.race([reader.read(), stalled]);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem('invalid-request', `The upload broke off (${String(cause)}). Send it again.`);
  } finally {
    clearTimeout(timer);
  }
}

function requireShare(client: Asker['client']): void {
  const { bytes, byClient } = received();
  const { clientBytesMax, bytesMax } = receivingShares();
  const retry = { retryAfterSeconds: 10 };
  if ((byClient.get(client) ?? 0) > clientBytesMax)
    throw new Problem(
      'unavailable',
      'You are sending too many pictures at the same time. Send the next one when this one has arrived.',
      retry,
    );
  if (bytes > bytesMax)
    throw new Problem(
      'unavailable',
      'Too many pictures are arriving right now. Try again in a few seconds.',
      retry,
    );
}

function requireRate(bytes: number, ms: number): void {
  if (ms > receivingLimits.rateGraceMs && (bytes * 1000) / ms < receivingLimits.bytesPerSecondMin)
    throw tooSlow('was too slow');
}

function tooSlow(what: string): Problem {
  const seconds = receivingLimits.idleMsMax / 1000;
  return new Problem(
    'too-slow',
    `The upload ${what}, so it was ended. Send it again over a steadier connection: it may pause for at most ${seconds} s, and must reach ${receivingLimits.bytesPerSecondMin / 1024} kB a second.`,
  );
}

function hold(client: string, bytes: number): void {
  const all = received();
  all.bytes += bytes;
  const own = (all.byClient.get(client) ?? 0) + bytes;
  if (own > 0) all.byClient.set(client, own);
  else all.byClient.delete(client);
}
