import { rateLimit } from '@/lib/platform/rate-limit';

/** Calls of tools: each is a search, and sends a few pictures. */
export const toolLimit = rateLimit({
  name: 'tool-calls',
  windowSeconds: 60,
  clientMax: 120,
  refusal: ({ clientMax, retryAfterSeconds }) =>
    `At most ${clientMax} tools a minute may be called. Try again in ${retryAfterSeconds} s.`,
});
