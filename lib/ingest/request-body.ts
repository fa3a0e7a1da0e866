import { megabytes } from '@/lib/images/picture-limits';
import { processSingleton } from '@/lib/platform/process-singleton';
import { Problem } from '@/lib/platform/problem';

/** All requests that this process is receiving may together hold so much memory. */
const receivingBytesMax = 128 * 2 ** 20;

const receiving = () => processSingleton('receiving-bytes', () => ({ bytes: 0 }));

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
 * @throws Problem `too-large`; `invalid-request` when there is no body or it breaks off; `unavailable` when the
 *   process is receiving too much already
 */
export async function* limitedBody(
  request: Request,
  bytesMax: number,
  allowed = bytesMax,
): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge('What was sent', allowed);
  if (request.body === null) throw new Problem('invalid-request', 'The request has no body.');
  const all = receiving();
  const reader = request.body.getReader();
  let received = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new Problem('invalid-request', `The upload broke off (${String(cause)}). Send it again.`);
      });
      if (done) return;
      received += value.byteLength;
      all.bytes += value.byteLength;
      if (received > bytesMax) throw tooLarge('What was sent', allowed);
      if (all.bytes > receivingBytesMax) {
        throw new Problem(
          'unavailable',
          'Too many pictures are arriving at this moment. Try again in a few seconds.',
        );
      }
      yield value;
    }
  } finally {
    all.bytes -= received;
    await reader.cancel().catch(() => undefined);
  }
}

/** The whole body, at most `bytesMax` bytes. @throws Problem as {@link limitedBody} */
export async function readBody(request: Request, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitedBody(request, bytesMax)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
