const parentPollMs = 250;

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
  if (process.env.npm_lifecycle_event !== undefined) abortWithParent(controller);
  return controller.signal;
}

/**
 * npm runs a script in a shell and passes SIGTERM to that shell, which ends without passing it on. What then shows is
 * that this process has another parent.
 */
function abortWithParent(controller: AbortController): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    controller.abort();
  }, parentPollMs);
  timer.unref();
}
