import { rateLimit } from '@/lib/platform/rate-limit';

/** Wrong passwords of one client. Others are not affected: passwords are checked in turns (authentication.ts). */
export const loginLimit = rateLimit({
  name: 'sign-in',
  windowSeconds: 15 * 60,
  clientMax: 5,
  refusal: ({ retryAfterSeconds }) =>
    `Too many attempts to sign in. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
});
