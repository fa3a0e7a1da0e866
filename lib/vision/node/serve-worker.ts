import { sentError, type FromWorker, type ToWorker } from './worker-messages';

/**
 * The worker's side of a `ProcessPool`: sets up once, then answers one task at a time. Ends with its parent, and
 * leaves Ctrl-C to it.
 */
export function serveWorker<Setup, Ready, Request, Response>(
  open: (setup: Setup) => Promise<{ ready: Ready; answer: (request: Request) => Promise<Response> }>,
): void {
  let answer: ((request: Request) => Promise<Response>) | null = null;
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined);
  process.on('message', (message: ToWorker) => {
    void (async () => {
      if (message.type === 'setup') {
        try {
          const opened = await open(message.setup as Setup);
          answer = opened.answer;
          reply({ type: 'ready', ready: opened.ready });
        } catch (error) {
          reply({ type: 'refused', error: sentError(error) }, () => process.exit(1));
        }
        return;
      }
      try {
        if (!answer) throw new Error('a task came before the setup was done');
        reply({ type: 'done', response: await answer(message.request as Request) });
      } catch (error) {
        reply({ type: 'failed', error: sentError(error) });
      }
    })();
  });
}

/** Without a reader this process ends: its parent ended while a picture was being embedded. */
function reply(message: FromWorker, sent?: () => void): void {
  process.send?.(message, undefined, undefined, (error) => {
    if (error) process.exit(0);
    sent?.();
  });
}
