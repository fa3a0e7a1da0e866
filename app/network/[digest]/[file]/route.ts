import { endpoint } from '@/app/api/_lib/answer';
import { settings } from '@/lib/platform/settings';
import { browserFiles } from '@/lib/vision/browser/browser-files';
import { browserNetwork } from '@/lib/vision/node/browser-network';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ digest: string; file: string }>, 'params'>;

/** A file of the network that browsers run: `/network/<digest>/<file>`. Kept for ever: a new network has a new digest. */
export const GET = endpoint(async (request, { params }: Context) => {
  const { digest, file } = await params;
  const name = browserFiles.find((known) => known === file);
  const network = await browserNetwork(settings().modelsDir);
  if (!name || network?.digest !== digest)
    return new Response('There is no such file; the network may have been replaced.\n', {
      status: 404,
      headers: { 'cache-control': 'no-store' },
    });
  const headers = {
    etag: `"${digest}-${name}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': name.endsWith('.json') ? 'application/json' : 'application/octet-stream',
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === headers.etag))
    return new Response(null, { status: 304, headers });
  const bytes = network.files[name];
  return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.byteLength) } });
});
