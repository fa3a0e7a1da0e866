import { conditionalResponse } from '@/lib/platform/conditional-response';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { settings } from '@/lib/platform/settings';
import { browserFiles } from '@/lib/vision/browser/browser-files';
import { browserNetwork } from '@/lib/vision/node/browser-network';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ digest: string; file: string }>, 'params'>;

/** A file of the network that browsers run: `/network/<digest>/<file>`. Cached for ever: a new network has a new digest. */
const get = endpoint(async (request, { params }: Context) => {
  const { digest, file } = await params;
  const name = browserFiles.find((known) => known === file);
  const network = await browserNetwork(settings().modelsDir);
  if (!name || network?.digest !== digest) return notFound();
  const bytes = network.files[name];
  const found = await conditionalResponse(request, {
    etag: `"${digest}-${name}"`,
    headers: {
      'Content-Type': name.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
    body: () => bytes,
  });
  return found ?? notFound();
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });

function notFound() {
  return new Response('There is no such file; the network may have been replaced.\n', {
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
}
