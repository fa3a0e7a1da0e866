import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { catalogueMark } from '@/lib/catalog/unchanged';
import { database } from '@/lib/catalog/database';
import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { siteOrigin } from '@/lib/platform/site-origin';
import { withinTime } from '@/lib/platform/within-time';
import { coalesce } from '@/lib/search/coalesce';
import { withKeptPages } from './kept-pages';
import { withPublicPictures } from './public-pictures';
import { withStaticFiles } from './static-files';

/** A database that does not answer so soon is for the page to report. */
const markMsMax = 2_000;

/**
 * Serves the built site on HOST and PORT until `signal` aborts: requests in hand are answered first.
 * @param onReady called when it listens
 * @throws Problem `conflict` if the address cannot be listened on
 */
export async function serveSite(signal: AbortSignal, onReady: (address: string) => void): Promise<void> {
  const { host, port, keptPagesBytesMax } = settings();
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const readMark = coalesce(async () => catalogueMark(await database()));
  const pages = withKeptPages((request, response) => handle(request, response), {
    bytesMax: keptPagesBytesMax,
    originOf: siteOrigin,
    readMark: () => withinTime(readMark(), markMsMax, () => new Error(`No answer within ${markMsMax} ms`)),
  });
  const answer = withStaticFiles(withPublicPictures(pages), process.cwd());
  const server = createServer((request, response) => void respond(answer, request, response));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Problem('conflict', `${host}:${port} cannot be listened on (${code ?? message}).`);
  }
  onReady(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  if (!signal.aborted) await once(signal, 'abort');
  const closed = once(server, 'close');
  server.close();
  await closed;
  await app.close();
}

async function respond(
  answer: ReturnType<typeof withKeptPages>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(request, response);
  } catch (error) {
    log.error({ err: error, path: request.url?.split('?')[0] }, 'A request failed');
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'content-type': 'text/plain' }).end('Something went wrong on our side.\n');
  }
}
