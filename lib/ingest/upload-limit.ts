import { rateLimit } from '@/lib/platform/rate-limit';

const clientMax = 60;

/** Looking at a picture costs about a second of processor time. */
export const uploadLimit = rateLimit({
  name: 'upload-limit',
  windowSeconds: 60,
  clientMax,
  overallMax: 300,
  refusal: (retryAfterSeconds) =>
    `Only ${clientMax} pictures a minute can be searched with. Try again in ${retryAfterSeconds} s.`,
});
