import { FetchProblem } from './fetch-problem';
import { serverName, type WebRequest } from './web-request';

const sentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no address in the DNS. Check the spelling, and that this machine has a network',
  EAI_AGAIN: 'could not be looked up: this machine may have no network',
  ECONNREFUSED: 'does not accept connections',
  ECONNRESET: 'closed the connection',
  UND_ERR_SOCKET: 'closed the connection',
  ENETUNREACH: 'cannot be reached from this machine',
  EHOSTUNREACH: 'cannot be reached from this machine',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has the certificate of another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that cannot be checked',
  HPE_INVALID_CONSTANT: 'does not speak HTTP',
};
const slowCodes = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/**
 * What kept a request from being answered, for the person who made it.
 *
 * @returns the error itself if the caller gave the request up
 */
export function describeNetworkError(error: unknown, url: URL, request: WebRequest): unknown {
  if (request.signal?.aborted) return error;
  const server = serverName(url, request);
  for (const cause of causesOf(error)) {
    if (cause instanceof FetchProblem) return cause;
    const code = String(cause.code);
    if (cause.name === 'TimeoutError' || slowCodes.has(code))
      return new FetchProblem(
        'too-slow',
        `${server} did not answer in full within ${Math.round(request.msMax / 1000)} seconds. Try again later.`,
        { cause: error },
      );
    const sentence = sentences[code];
    if (sentence !== undefined)
      return new FetchProblem('unreachable', `${server} ${sentence}.`, { cause: error });
  }
  return new FetchProblem('unreachable', `The connection to ${server} failed. Try again later.`, {
    cause: error,
  });
}

interface Cause {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** An error and what caused it. By its members: errors of Node's own modules are of another class in some contexts. */
function* causesOf(error: unknown): Generator<Cause> {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as Cause).cause)
    yield cause;
}
