import { type Response } from 'undici';
import { bodyNames, isOtherType, isWebPage } from './body-type';
import { FetchProblem } from './fetch-problem';
import { describeNetworkError } from './network-error';
import { retryAfterMs } from './retry-after';
import { serverName, type WebAnswer, type WebRequest } from './web-request';

const errorBodyStatuses = new Set([400, 404, 422]);
/** Of a body that is only read to see what it is. */
const errorBytesMax = 2048;

/** @throws FetchProblem for any answer but the body that was asked for, or that it is unchanged */
export async function readAnswer(
  response: Response,
  url: URL,
  request: WebRequest,
  signal: AbortSignal,
): Promise<WebAnswer> {
  const { headers, status } = response;
  const contentType = headers.get('content-type');
  if (status === 304 && request.known !== undefined) {
    await response.body?.cancel();
    return { kind: 'unchanged' };
  }
  if (!response.ok && !(request.takesErrorBodies && errorBodyStatuses.has(status))) {
    const start = await readStart(response, errorBytesMax).catch(() => Buffer.alloc(0));
    throw problemOfStatus(url, request, status, isWebPage(contentType, start), headers.get('retry-after'));
  }
  const bytes = await readBytes(response, url, request);
  signal.throwIfAborted();
  if (isWebPage(contentType, bytes) || isOtherType(request.type, contentType)) {
    const came = isWebPage(contentType, bytes) ? 'a web page' : `"${contentType ?? ''}"`;
    throw new FetchProblem(
      'wrong-type',
      `${serverName(url, request)} answered with ${came} instead of ${bodyNames[request.type]}. ${webPageAdvice(url)}`,
      { status },
    );
  }
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  return { kind: 'body', address: url.href, validators, bytes, contentType };
}

async function readBytes(response: Response, url: URL, request: WebRequest): Promise<Buffer> {
  const tooLarge = () =>
    new FetchProblem(
      'too-large',
      `${serverName(url, request)} sends more than the ${Math.floor(request.bytesMax / 2 ** 20) || 1} MiB that are allowed for ${url.href}.`,
    );
  if (Number(response.headers.get('content-length') ?? 0) > request.bytesMax) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      sizeBytes += chunk.byteLength;
      // Leaving the loop cancels the body. What is counted is unpacked: a small gzip may hold gigabytes.
      if (sizeBytes > request.bytesMax) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw describeNetworkError(error, url, request);
  }
  return Buffer.concat(chunks);
}

async function readStart(response: Response, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    sizeBytes += chunk.byteLength;
    if (sizeBytes >= bytesMax) break;
  }
  return Buffer.concat(chunks);
}

function problemOfStatus(
  url: URL,
  request: WebRequest,
  status: number,
  isPage: boolean,
  retryAfter: string | null,
): FetchProblem {
  const options = { status, retryAfterMs: retryAfterMs(retryAfter, Date.now()) };
  const server = serverName(url, request);
  if (status === 404 || status === 410)
    return new FetchProblem('not-found', `${server} has nothing at ${url.href} (HTTP ${status}).`, options);
  if (status === 429)
    return new FetchProblem('too-many-requests', `${server} asks for fewer requests (HTTP 429).`, options);
  if (status === 401 || status === 403 || status === 451)
    return new FetchProblem(
      'blocked',
      `${server} refuses this machine (HTTP ${status}${isPage ? ', with a web page' : ''}). ${webPageAdvice(url)}`,
      options,
    );
  if (status >= 500)
    return new FetchProblem('server-failed', `${server} has a fault at present (HTTP ${status}).`, options);
  return new FetchProblem('refused', `${server} does not answer ${url.href} (HTTP ${status}).`, options);
}

/** Robot checks let browsers pass; there is nothing that a polite client can do at once. */
function webPageAdvice({ hostname }: URL): string {
  return `It may take Gafu for a harmful robot: wait a few hours and ask for less at a time, and set GAFU_CONTACT so that the people of ${hostname} can write to you.`;
}
