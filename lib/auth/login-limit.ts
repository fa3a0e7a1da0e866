import { rateLimit } from '@/lib/platform/rate-limit';

/** Leaves a guesser a few hundred tries an hour against at least eight characters. */
export const loginLimit = rateLimit({
  name: 'login-limit',
  windowSeconds: 15 * 60,
  clientMax: 5,
  overallMax: 100,
  refusal: (retryAfterSeconds) =>
    `Too many attempts to sign in. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
});
