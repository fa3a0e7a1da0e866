/**
 * Aborted by Ctrl-C or SIGTERM, so that work in hand is finished, and when the process that supervises this one is
 * gone. A second Ctrl-C ends at once.
 */
export function signalled(): AbortSignal {
  const controller = new AbortController();
  const abort = () => (controller.signal.aborted ? process.exit(130) : controller.abort());
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  if (process.connected) {
    process.once('disconnect', () => controller.abort());
    process.channel?.unref();
  }
  return controller.signal;
}
