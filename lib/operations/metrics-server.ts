import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { Problem } from '@/lib/platform/problem';
import { problemDetails, problemHeaders } from '@/lib/platform/problem-details';
import { settings } from '@/lib/platform/settings';
import { scrape } from './gauges';
import { requireMetricsToken } from './metrics-access';

/**
 * Serves `/metrics` (with METRICS_TOKEN) and `/health` of a process that is no web server, on METRICS_PORT; nothing
 * if that is not set.
 * @returns ends it
 * @throws Problem `conflict` if it cannot listen on the port
 */
export async function serveMetrics(): Promise<() => Promise<void>> {
  const { metricsPort, host } = settings();
  if (metricsPort === null) return () => Promise.resolve();
  const server = createServer((request, response) => void respond(request, response));
  server.listen(metricsPort, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Problem(
      'conflict',
      `METRICS_PORT: ${host}:${metricsPort} cannot be listened on (${code ?? message}). Each process on a machine needs a port of its own.`,
    );
  }
  log.info({ host, port: metricsPort }, 'Metrics are served');
  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('cache-control', 'no-store');
  try {
    if (pathname === '/health') return send(response, 'application/json', JSON.stringify({ status: 'ok' }));
    if (pathname !== '/metrics')
      throw new Problem('not-found', `There is nothing at ${pathname}. There are /health and /metrics.`);
    requireMetricsToken(request.headers.authorization);
    send(response, metrics().registry.contentType, await scrape());
  } catch (error) {
    const { status, body } = problemDetails(error, pathname);
    response.writeHead(status, problemHeaders(error)).end(JSON.stringify(body));
  }
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('content-type', type);
  response.end(body);
}
