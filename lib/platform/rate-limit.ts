import { RateLimiterRes } from 'rate-limiter-flexible';
import { processSingleton } from './process-singleton';
import { Problem } from './problem';
import { currentAsker, currentRequest, type RateLimitState } from './request-context';
import { settings } from './settings';
import { sharedCounts } from './shared-counts';

export interface RateLimitRules {
  /** Two limits of one name share their counts. */
  readonly name: string;
  readonly windowSeconds: number;
  /** What one client may do in a window; multiplied by RATE_LIMIT_SCALE. */
  readonly clientMax: number;
  /** What was allowed and when to try again, for the person who is refused. */
  readonly refusal: (allowed: { readonly clientMax: number; readonly retryAfterSeconds: number }) => string;
}

/**
 * Counts what each client does, for all web servers together if they share a database. There is no limit on what all
 * clients do together: anybody could use it up for everybody else. What they share is given out in turns instead.
 */
export function rateLimit({ name, windowSeconds, clientMax, refusal }: RateLimitRules) {
  const quota = () => clientMax * settings().rateLimitScale;
  const counts = () => processSingleton(name, () => sharedCounts(name, quota(), windowSeconds));
  const remember = ({ remainingPoints, msBeforeNext }: RateLimiterRes): RateLimitState => {
    const resetSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    const state = { name, quota: quota(), windowSeconds, remaining: remainingPoints, resetSeconds };
    currentRequest()?.limits.set(name, state);
    return state;
  };
  return {
    /** What one client may do in a window. */
    clientMax: quota,
    /** @throws Problem `too-many-requests` with `retryAfterSeconds` */
    async count(client = currentAsker().client): Promise<void> {
      try {
        remember(await counts().consume(client));
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const { resetSeconds: retryAfterSeconds } = remember(refused);
        const message = refusal({ clientMax: quota(), retryAfterSeconds });
        throw new Problem('too-many-requests', message, { code: 'rate-limited', retryAfterSeconds });
      }
    },
    /** Resets the client's count. */
    async forgive(client = currentAsker().client): Promise<void> {
      await counts().delete(client);
    },
  };
}

/**
 * What a response tells of the limits that its request counted against, as `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers-10): quota `q` in a window of `w` seconds; `r` remaining, full again in `t` s.
 */
export function rateLimitHeaders(): Readonly<Record<string, string>> {
  const states = [...(currentRequest()?.limits.values() ?? [])];
  if (states.length === 0) return {};
  const list = (describe: (state: RateLimitState) => string) =>
    states.map((state) => `"${state.name}";${describe(state)}`).join(', ');
  return {
    'RateLimit-Policy': list((state) => `q=${state.quota};w=${state.windowSeconds}`),
    RateLimit: list((state) => `r=${state.remaining};t=${state.resetSeconds}`),
  };
}
