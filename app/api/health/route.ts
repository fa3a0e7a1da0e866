import { endpoint, jsonAnswer } from '@/app/api/_lib/answer';
import { readHealth } from '@/app/api/_lib/health';

export const dynamic = 'force-dynamic';

/** Asks the database and the search index, every time. */
export const GET = endpoint(async (request) => {
  const { health, timingsMs } = await readHealth();
  return jsonAnswer(request, health, {
    status: health.status === 'ok' ? 200 : 503,
    timingsMs,
    headers: { 'Cache-Control': 'no-store' },
  });
});
