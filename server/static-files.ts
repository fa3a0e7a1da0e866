import path from 'node:path';
import sirv from 'sirv';
import { everywhere, unframed, workerPolicy } from '../http-headers.mjs';
import { type Handler } from './handler';

const prefix = '/_next/static/';
const yearSeconds = 31_536_000;

/**
 * Wraps a server's handler: the build's static files, whose names change with their content, are sent as they lie on the
 * disk, compressed by scripts/compress-static.mjs. What is not there is for the handler.
 */
export function withStaticFiles(handle: Handler, root: string): Handler {
  const send = sirv(path.join(root, '.next', 'static'), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: yearSeconds,
    setHeaders(response) {
      for (const { key, value } of [...everywhere, unframed, workerPolicy]) response.setHeader(key, value);
    },
  });
  return async (request, response) => {
    const { url = '/' } = request;
    if (!url.startsWith(prefix)) return handle(request, response);
    request.url = url.slice(prefix.length - 1);
    await new Promise<void>((resolve, reject) => {
      response.once('close', resolve);
      send(request, response, () => {
        request.url = url;
        handle(request, response).then(resolve, reject);
      });
    });
  };
}
