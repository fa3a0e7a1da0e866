import { rateLimit } from '@/lib/platform/rate-limit';

/** Pictures that were received: embedding one costs about a second of processor time. */
export const uploadLimit = rateLimit({
  name: 'uploads',
  windowSeconds: 60,
  clientMax: 60,
  refusal: ({ clientMax, retryAfterSeconds }) =>
    `At most ${clientMax} pictures a minute may be searched with. Try again in ${retryAfterSeconds} s.`,
});

/** Requests to upload, whatever comes of them; counted apart, so that empty ones do not use up the pictures. */
export const uploadTriesLimit = rateLimit({
  name: 'upload-tries',
  windowSeconds: 60,
  clientMax: 240,
  refusal: ({ clientMax, retryAfterSeconds }) =>
    `At most ${clientMax} uploads a minute may be tried. Try again in ${retryAfterSeconds} s.`,
});

/** Searches with vectors: a few milliseconds each. Ten a second is the most that a moving frame needs. */
export const vectorsLimit = rateLimit({
  name: 'vector-searches',
  windowSeconds: 60,
  clientMax: 600,
  refusal: ({ clientMax, retryAfterSeconds }) =>
    `At most ${clientMax} searches a minute may be made with vectors. Try again in ${retryAfterSeconds} s.`,
});
