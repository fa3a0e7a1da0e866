import { jsonAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { readReadiness } from '@/lib/operations/readiness';

export const dynamic = 'force-dynamic';

const retryAfterSeconds = '5';

/** Checks each part, every time, and says which of them cannot do its work: 503 if nothing can be served. */
const get = endpoint(async (request) => {
  const readiness = await readReadiness();
  const isDown = readiness.status === 'down';
  return jsonAnswer(request, readiness, {
    status: isDown ? 503 : 200,
    headers: { 'Cache-Control': 'no-store', ...(isDown ? { 'Retry-After': retryAfterSeconds } : {}) },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
