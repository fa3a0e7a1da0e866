/** Next.js calls this once when a server starts: the network is loaded before the first visitor brings a picture. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sharedVision } = await import('@/lib/vision/node/shared-vision');
  const { log } = await import('@/lib/platform/log');
  sharedVision().then(
    ({ network }) => log.info({ network: network.name, backend: network.backend }, 'The network is loaded'),
    (reason: unknown) =>
      log.warn({ reason: String(reason) }, 'The network is not loaded: pictures cannot be looked at'),
  );
}
