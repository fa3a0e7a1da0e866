import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { log } from '@/lib/platform/log';
import { processSingleton } from '@/lib/platform/memo';
import { isOwnRequest, ownRequestHeader } from '@/lib/platform/own-request';
import { metrics } from '@/lib/platform/metrics';
import { requestContext, type RequestContext } from '@/lib/platform/request-context';
import { type Route, routeOf } from './routes';

/** Asked all the time, or many to a page: their lines would hide the others. */
const quietRoutes: readonly (Route | 'other')[] = [
  '/_next/[...path]',
  '/api/health',
  '/api/metrics',
  '/api/ready',
  '/api/v1/search/vectors',
  '/icon.svg',
  '/images/[key]/[file]',
  '/network/[digest]/[file]',
];

/**
 * Has every request to this process's HTTP servers carry an id, be counted, and be told in the log by one line.
 * Node's own channel tells of each request before any handler sees it, so pages, the API and files are all covered
 * without a wrapper around each.
 */
export function observeRequests(): void {
  processSingleton('observed-requests', () => {
    subscribe('http.server.request.start', (message) =>
      begin(message as { request: IncomingMessage; response: ServerResponse }),
    );
    return true;
  });
}

/** An id that whoever stands before us has given is kept, where it can be neither a forged line nor a long one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:=+/-]{1,128}$/.test(given) ? given : randomUUID();
}

function begin({ request, response }: { request: IncomingMessage; response: ServerResponse }): void {
  const isOwn = isOwnRequest(request.headers[ownRequestHeader]);
  const context: RequestContext = {
    id: requestIdOf(request.headers['x-request-id']),
    stagesMs: new Map(),
    made: new Map(),
  };
  const started = performance.now();
  requestContext().enterWith(context);
  response.setHeader('X-Request-Id', context.id);
  // The page that it is asked for is told of by the request that it is passed on to.
  if (isOwn) return;
  // `close` comes for answers that are broken off as well.
  response.once('close', () =>
    requestContext().run(context, () => report(request, response, performance.now() - started)),
  );
}

function report(request: IncomingMessage, response: ServerResponse, ms: number): void {
  const { method = 'GET' } = request;
  // Without its query: that may hold the unguessable id of an upload.
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const route = routeOf(path);
  const status = response.writableFinished ? response.statusCode : 'aborted';
  metrics().requestSeconds.observe({ method, route, status }, ms / 1000);
  const line = { method, route, path: path.slice(0, 200), status, ms: Math.round(ms * 10) / 10 };
  const failed = typeof status === 'number' && status >= 500;
  log[failed ? 'warn' : quietRoutes.includes(route) ? 'debug' : 'info'](line, 'Answered');
}
