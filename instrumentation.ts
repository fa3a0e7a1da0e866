import { type Instrumentation } from 'next';

/**
 * Next.js calls this once when a server starts: from then on requests are counted and logged, and the network is
 * loaded before the first visitor uploads a picture.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { observeRequests } = await import('@/lib/operations/http-requests');
  observeRequests();
  const { liveVision } = await import('@/lib/search/live-vision');
  const { log } = await import('@/lib/platform/log');
  liveVision().then(
    ({ network }) => log.info({ network: network.name, backend: network.backend }, 'The network is loaded'),
    (reason: unknown) =>
      log.warn({ reason: String(reason) }, 'The network is not loaded: pictures cannot be embedded'),
  );
}

/** Logs what a page or the proxy throws, with the request's id, while the visitor sees app/error.tsx. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { method, path },
  { routePath },
) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/platform/log');
  log.error({ err: error, method, route: routePath, path: path.split('?')[0] }, 'A page failed');
};
