import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { log } from '../log';
import { FetchProblem, type FetchFault } from './fetch-problem';
import { HostQueues, type Pace } from './pace';
import { type WebClient } from './web-client';

export interface PolitenessOptions {
  /** By host, where a museum asks for another pace than Gafu's own. */
  readonly paces?: Readonly<Record<string, Pace>>;
  /** For tests: of all other hosts. */
  readonly pace?: Pace;
  /** Requests for one thing, the first included. */
  readonly attemptsMax?: number;
  /** The first wait, doubled with each attempt. */
  readonly firstWaitMs?: number;
  /** For tests: where between half and all of a wait it ends, from 0 to 1. */
  readonly random?: () => number;
}

/** What may be well a moment later. A page of a robot check too: museums show it after a burst, for minutes. */
const passing: ReadonlySet<FetchFault> = new Set([
  'too-many-requests',
  'server-failed',
  'unreachable',
  'too-slow',
  'blocked',
]);
const waitMsMax = 2 * 60_000;

/**
 * A client that asks no host for more than it likes to give: few requests at a time, a pause between them, and after
 * a refusal exponential backoff with jitter, or as long as `Retry-After` says. A host that asks for more than two
 * minutes is not waited for: the caller gives up, and can go on another day.
 */
export function polite(client: WebClient, options: PolitenessOptions = {}): WebClient {
  const { paces, pace, attemptsMax = 5, firstWaitMs = 1000, random = Math.random } = options;
  const queues = new HostQueues(paces, pace);
  const isWorthWaiting = (error: Error) =>
    error instanceof FetchProblem && passing.has(error.fault) && (error.retryAfterMs ?? 0) <= waitMsMax;
  const policy = retry(handleWhen(isWorthWaiting), {
    maxAttempts: attemptsMax - 1,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const error = 'error' in result ? result.error : null;
      const asked = error instanceof FetchProblem ? error.retryAfterMs : undefined;
      const ceilingMs = Math.min(waitMsMax, firstWaitMs * 2 ** (attempt - 1));
      return asked ?? ceilingMs * (0.5 + random() / 2);
    }),
  }).dangerouslyUnref();
  policy.onRetry((event) => {
    const reason = 'error' in event && event.error instanceof Error ? event.error.message : 'unknown';
    log.debug({ reason, waitMs: Math.round(event.delay), attempt: event.attempt }, 'A request is repeated');
  });

  return {
    get: (address, request) => {
      const host = URL.canParse(address) ? new URL(address).hostname : '';
      const answer = policy.execute(() => {
        request.signal?.throwIfAborted();
        return queues.run(host, () => client.get(address, request));
      }, request.signal);
      return untilAborted(answer, request.signal);
    },
    close: () => client.close(),
  };
}

/**
 * Whoever gives up does not sit through the rest of a wait. Cockatiel cannot end its timer, so that one keeps no
 * process alive, and this one does for as long as somebody waits.
 */
function untilAborted<T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> {
  const alive = setInterval(() => undefined, waitMsMax);
  let stopListening: () => void = () => undefined;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    stopListening = () => signal?.removeEventListener('abort', abort);
    if (signal?.aborted) abort();
    answer.then(resolve, reject);
  }).finally(() => {
    clearInterval(alive);
    stopListening();
  });
}
