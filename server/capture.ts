import { type ServerResponse } from 'node:http';

/** An answer as a handler gave it, none of it sent. */
export interface CapturedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, number | string | string[]>>;
  readonly body: Buffer;
}

/**
 * Runs a handler, and holds back what it writes. The response is then whole again, so that this answer or another can be
 * sent on it.
 * @returns null if the client closed the connection before the answer was complete
 */
export async function capture(
  response: ServerResponse,
  handle: () => Promise<void>,
): Promise<CapturedAnswer | null> {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const closed = new AbortController();
  const onClose = () => closed.abort();
  response.once('close', onClose);
  try {
    const complete = new Promise<void>((resolve, reject) => {
      closed.signal.addEventListener('abort', () => resolve(), { once: true });
      response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
        keep(chunks, chunk, encoding);
        callLast([encoding, done]);
        return true;
      }) as ServerResponse['write'];
      response.end = ((chunk?: unknown, encoding?: unknown, done?: unknown) => {
        keep(chunks, chunk, encoding);
        resolve();
        callLast([chunk, encoding, done]);
        return response;
      }) as ServerResponse['end'];
      response.flushHeaders = () => undefined;
      response.writeHead = ((status: number, ...rest: unknown[]) => {
        response.statusCode = status;
        const headers = rest.find((one) => typeof one === 'object' && one !== null) ?? {};
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
        return response;
      }) as ServerResponse['writeHead'];
      handle().catch(reject);
    });
    await complete;
  } finally {
    Object.assign(response, { write, end, writeHead, flushHeaders });
    response.off('close', onClose);
  }
  if (closed.signal.aborted) return null;
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return { status: response.statusCode, headers, body: Buffer.concat(chunks) };
}

function keep(chunks: Buffer[], chunk: unknown, encoding: unknown): void {
  if (typeof chunk === 'string')
    chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
  else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
}

/** Node's writers take a callback as their last argument, whichever others are given. */
function callLast(args: readonly unknown[]): void {
  const callback = args.find((arg) => typeof arg === 'function') as (() => void) | undefined;
  if (callback) queueMicrotask(callback);
}
