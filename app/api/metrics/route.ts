import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { scrape } from '@/lib/operations/gauges';
import { metrics } from '@/lib/platform/metrics';

export const dynamic = 'force-dynamic';

/** This process's metrics, for Prometheus; needs METRICS_TOKEN. */
const get = endpoint(async () => {
  const headers = { 'Content-Type': metrics().registry.contentType, 'Cache-Control': 'no-store' };
  return new Response(await scrape(), { headers });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
