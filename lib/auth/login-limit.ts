import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { processSingleton } from '@/lib/platform/memo';
import { Problem } from '@/lib/platform/problem';

const windowSeconds = 15 * 60;

/**
 * Counted in this process's memory: with several web servers each counts alone, and a restart forgets, which
 * still leaves a guesser a few hundred tries an hour against at least eight characters. The overall limit stands
 * because a client may claim any address.
 */
const limiters = () =>
  processSingleton('login-limit', () => ({
    client: new RateLimiterMemory({ points: 5, duration: windowSeconds }),
    overall: new RateLimiterMemory({ points: 100, duration: windowSeconds }),
  }));

const overallKey = 'all';

/** @throws Problem `too-many-requests` with `retryAfterSeconds` after 5 tries of one client, or 100 of all, in 15 minutes. */
export async function countLogin(client: string): Promise<void> {
  const { client: perClient, overall } = limiters();
  try {
    await perClient.consume(client);
    await overall.consume(overallKey);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new Problem(
      'too-many-requests',
      `Too many attempts to sign in. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
      { retryAfterSeconds },
    );
  }
}

/** A right password takes nothing from the allowance. */
export async function forgiveLogin(client: string): Promise<void> {
  const { client: perClient, overall } = limiters();
  await perClient.delete(client);
  await overall.reward(overallKey, 1);
}
