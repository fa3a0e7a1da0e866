import { jsonAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';
import { readReadiness } from '@/lib/operations/readiness';

export const dynamic = 'force-dynamic';

const retryAfterSeconds = '5';

/** Checks each part, every time, and says which of them cannot do its work: 503 if nothing can be served. */
export const GET = endpoint(async (request) => {
  const readiness = await readReadiness();
  const isDown = readiness.status === 'down';
  return jsonAnswer(request, readiness, {
    status: isDown ? 503 : 200,
    headers: { 'Cache-Control': 'no-store', ...(isDown ? { 'Retry-After': retryAfterSeconds } : {}) },
  });
});
