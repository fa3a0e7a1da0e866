import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { log } from '@/lib/platform/log';
import { processSingleton } from '@/lib/platform/process-singleton';
import { metrics } from '@/lib/platform/metrics';
import { newRequestContext, requestContext } from '@/lib/platform/request-context';
import { decodableTarget } from '@/lib/platform/request-target';
import { settings } from '@/lib/platform/settings';
import { type Sender, senderOf } from '@/lib/platform/trusted-proxies';
import { type Route, routeInAnyLanguage } from './routes';

/** Requested all the time, or many times per page: their lines would hide the others. */
const quietRoutes: readonly (Route | 'other')[] = [
  '/_next/[...path]',
  '/admin/batches/[id]/state',
  '/admin/batches/[id]/uploads/[file]',
  '/api/health',
  '/api/metrics',
  '/api/ready',
  '/api/v1/search/vectors',
  '/api/v1/suggestions',
  '/icon.svg',
  '/iiif/image/[version]/[key]/[region]/[size]/[rotation]/[file]',
  '/images/[key]/[file]',
  '/network/[digest]/[file]',
];

/**
 * Gives every request to this process's HTTP servers an id, counts it, and logs it in one line. Node's diagnostics
 * channel reports each request before any handler sees it, so pages, the API and files are all covered without a
 * wrapper around each.
 */
export function observeRequests(): void {
  processSingleton('observed-requests', () => {
    subscribe('http.server.request.start', (message) =>
      begin(message as { request: IncomingMessage; response: ServerResponse }),
    );
    return true;
  });
}

/** An id that a proxy in front of us gave is kept, unless it is too long or could forge a log line. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:=+/-]{1,128}$/.test(given) ? given : randomUUID();
}

function begin({ request, response }: { request: IncomingMessage; response: ServerResponse }): void {
  const closed = new AbortController();
  const { method = 'GET', url = '/' } = request;
  const context = newRequestContext({
    method,
    id: requestIdOf(request.headers['x-request-id']),
    sender: readSender(request),
    closed: closed.signal,
  });
  const started = performance.now();
  requestContext().enterWith(context);
  makeAnswerable(request);
  response.setHeader('X-Request-Id', context.id);
  // Without the query, which may hold the unguessable id of an upload.
  const path = url.split('?')[0] ?? '/';
  // `close` is emitted for aborted responses too.
  response.once('close', () => {
    if (!response.writableFinished) closed.abort();
    requestContext().run(context, () => report({ method, path }, response, performance.now() - started));
  });
}

const answerableMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/**
 * Changes what Next.js would answer with 500: a path that cannot be decoded, and a method that `Request` does not take
 * (TRACE). No handler changes anything for OPTIONS, and app/methods.ts answers 405 for a method that was replaced.
 */
function makeAnswerable(request: IncomingMessage): void {
  request.url = decodableTarget(request.url ?? '/');
  if (!answerableMethods.includes(request.method ?? 'GET')) request.method = 'OPTIONS';
}

function readSender({ socket, headers }: IncomingMessage): Sender {
  const { remoteAddress } = socket;
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true;
  const sender = senderOf({ remoteAddress, isEncrypted }, headers, settings().trustedProxies);
  if (sender.isForwardedByStranger) warnOfStranger(remoteAddress ?? 'unknown');
  return sender;
}

/** Once per process: anybody can send the header. */
function warnOfStranger(peer: string): void {
  processSingleton('warned-of-untrusted-proxy', () =>
    log.warn(
      { peer },
      'A request has X-Forwarded-For, but its peer is not in TRUSTED_PROXIES, so the header is ignored. If that peer is your proxy, add it there; otherwise all its visitors count as one client.',
    ),
  );
}

interface ObservedRequest {
  readonly method: string;
  readonly path: string;
}

function report({ method, path }: ObservedRequest, response: ServerResponse, ms: number): void {
  const route = routeInAnyLanguage(path);
  const status = response.writableFinished ? response.statusCode : 'aborted';
  metrics().requestSeconds.observe({ method, route, status }, ms / 1000);
  const line = { method, route, path: path.slice(0, 200), status, ms: Math.round(ms * 10) / 10 };
  const failed = typeof status === 'number' && status >= 500;
  log[failed ? 'warn' : quietRoutes.includes(route) ? 'debug' : 'info'](line, 'Answered');
}
