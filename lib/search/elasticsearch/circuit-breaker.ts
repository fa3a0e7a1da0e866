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
const restMs = 5_000;
const atOnceMax = 32;
const waitingMax = 128;

export interface Guard {
  /** @throws Problem `unavailable` where Elasticsearch is out of reach, resting, or overrun; else what `ask` throws */
  run<T>(ask: () => Promise<T>): Promise<T>;
}

/**
 * Stands before Elasticsearch. After three failures in a row nothing is asked for five seconds, then one request
 * tries again; so a cluster that is down costs visitors no waiting, and one that is slow is not overrun: no more
 * than 32 requests are under way at once, and 128 wait for their turn.
 */
export function createGuard(): Guard {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresMax),
  });
  breaker.onBreak((reason) => {
    if ('error' in reason) log.warn({ reason: describeOutage(reason.error) }, 'Search rests');
  });
  breaker.onReset(() => log.info('Elasticsearch answers again'));
  tellState(breaker.state);
  breaker.onStateChange(tellState);
  const guarded = wrap(bulkhead(atOnceMax, waitingMax), breaker);
  return {
    async run(ask) {
      try {
        return await guarded.execute(ask);
      } catch (error) {
        if (isOutage(error)) throw resting(error);
        // Why is told once, by what broke the circuit, and not for every request that is turned away.
        if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) throw resting();
        throw error;
      }
    },
  };
}

const stateNames = { closed: CircuitState.Closed, open: CircuitState.Open, half_open: CircuitState.HalfOpen };

function tellState(state: CircuitState): void {
  for (const [name, value] of Object.entries(stateNames))
    metrics().searchBreaker.set({ state: name }, state === value ? 1 : 0);
}

function resting(cause?: unknown): Problem {
  return new Problem(
    'unavailable',
    'Search is resting. The works can be browsed meanwhile; try again in a moment.',
    { retryAfterSeconds: restMs / 1000 },
    { cause },
  );
}
