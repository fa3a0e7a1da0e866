import { RateLimiterRes } from 'rate-limiter-flexible';
import { processSingleton } from './process-singleton';
import { Problem } from './problem';
import { sharedCounts } from './shared-counts';

export interface RateLimitRules {
  /** Two limits of one name share their counts. */
  readonly name: string;
  readonly windowSeconds: number;
  /** What one client may do in a window. */
  readonly clientMax: number;
  /** What all clients may do together: needed because a client without a proxy can claim any address. */
  readonly overallMax: number;
  /** What was allowed and when to try again, for the person who is refused. */
  readonly refusal: (retryAfterSeconds: number) => string;
}

const overallKey = 'all';

/**
 * Counts for all web servers together if they share a database.
 * `count` throws Problem `too-many-requests` with `retryAfterSeconds`; `forgive` takes the client's counts back.
 */
export function rateLimit({ name, windowSeconds, clientMax, overallMax, refusal }: RateLimitRules) {
  const limiters = () =>
    processSingleton(name, () => ({
      client: sharedCounts(`${name}-client`, clientMax, windowSeconds),
      overall: sharedCounts(`${name}-overall`, overallMax, windowSeconds),
    }));
  return {
    async count(client: string): Promise<void> {
      const { client: perClient, overall } = limiters();
      try {
        await perClient.consume(client);
        await overall.consume(overallKey);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw new Problem('too-many-requests', refusal(retryAfterSeconds), { retryAfterSeconds });
      }
    },
    async forgive(client: string): Promise<void> {
      const { client: perClient, overall } = limiters();
      await perClient.delete(client);
      await overall.reward(overallKey, 1);
    },
  };
}

/**
 * The client that a request is counted against: the address that the nearest proxy (or Next.js itself, which writes the
 * connection's address there) added last. Earlier entries are the client's own claim.
 */
export function clientAddress(request: Request): string {
  const chain = request.headers.get('x-forwarded-for')?.split(',') ?? [];
  return chain.at(-1)?.trim() || 'unknown';
}
