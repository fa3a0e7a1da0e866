import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  wrap,
} from 'cockatiel';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { Problem } from '@/lib/platform/problem';
import { describeOutage, isOutage } from './outage';

const failuresMax = 3;
const openMs = 5_000;
const concurrentMax = 32;
const queuedMax = 128;

export interface CircuitBreaker {
  /** @throws Problem `unavailable` if Elasticsearch is down or overloaded; anything else that `request` throws */
  run<T>(request: () => Promise<T>): Promise<T>;
}

/**
 * Protects Elasticsearch and the visitors waiting for it. After three failures in a row no request is sent for five
 * seconds, then one request tries again: nobody waits for a cluster that is down. At most 32 requests run at once and
 * 128 more wait, so a slow cluster is not overloaded.
 */
export function createCircuitBreaker(): CircuitBreaker {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failuresMax),
  });
  breaker.onBreak((reason) => {
    if ('error' in reason) log.warn({ reason: describeOutage(reason.error) }, 'Search is unavailable');
  });
  breaker.onReset(() => log.info('Elasticsearch is back'));
  reportState(breaker.state);
  breaker.onStateChange(reportState);
  const policy = wrap(bulkhead(concurrentMax, queuedMax), breaker);
  return {
    async run(request) {
      try {
        return await policy.execute(request);
      } catch (error) {
        if (isOutage(error)) throw unavailable(error);
        // The cause was logged once when the circuit opened, so requests refused since then do not repeat it.
        if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError)
          throw unavailable();
        throw error;
      }
    },
  };
}

const stateNames = { closed: CircuitState.Closed, open: CircuitState.Open, half_open: CircuitState.HalfOpen };

function reportState(state: CircuitState): void {
  for (const [name, value] of Object.entries(stateNames))
    metrics().searchBreaker.set({ state: name }, state === value ? 1 : 0);
}

function unavailable(cause?: unknown): Problem {
  return new Problem(
    'unavailable',
    'Search is temporarily unavailable. You can still browse the works; try again in a moment.',
    { retryAfterSeconds: openMs / 1000 },
    { cause },
  );
}
