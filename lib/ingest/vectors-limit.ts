import { rateLimit } from '@/lib/platform/rate-limit';

/** Ten a second: what a picture that is moved about asks for at most. */
const clientMax = 600;

/** Searches with vectors: a few milliseconds each, and nothing is looked at or kept. */
export const vectorsLimit = rateLimit({
  name: 'vectors-limit',
  windowSeconds: 60,
  clientMax,
  overallMax: 6_000,
  refusal: (retryAfterSeconds) =>
    `Only ${clientMax} searches a minute can be made with vectors. Try again in ${retryAfterSeconds} s.`,
});
