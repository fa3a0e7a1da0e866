import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { processSingleton } from '@/lib/platform/memo';
import { Problem } from '@/lib/platform/problem';

/** Looking at a picture costs about a second of processor time: what one client, and all together, may ask for. */
const uploadsPerMinute = { client: 60, overall: 300 };

const limiters = () =>
  processSingleton('upload-limit', () => ({
    client: new RateLimiterMemory({ points: uploadsPerMinute.client, duration: 60 }),
    overall: new RateLimiterMemory({ points: uploadsPerMinute.overall, duration: 60 }),
  }));

/**
 * Counts one uploaded picture of whoever sends the request. Kept in this process's memory: several web servers
 * count alone. A client is told by the last address of X-Forwarded-For, which is the one the nearest proxy (or
 * Next itself) has seen; the overall limit stands because a client without a proxy may claim any address.
 * @throws Problem `too-many-requests` with `retryAfterSeconds`
 */
export async function countUpload(request: Request): Promise<void> {
  const client = (request.headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() || 'unknown';
  const { client: perClient, overall } = limiters();
  try {
    await perClient.consume(client);
    await overall.consume('all');
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new Problem(
      'too-many-requests',
      `Only ${uploadsPerMinute.client} pictures a minute can be searched with. Try again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    );
  }
}
