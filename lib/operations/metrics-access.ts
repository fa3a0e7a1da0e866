import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';

/**
 * Checks METRICS_TOKEN. If it is not set there are no metrics for anybody: behind a proxy every request comes from
 * this machine, so an address proves nothing.
 * @param authorization the header's value
 * @throws Problem `not-found` if METRICS_TOKEN is not set, `unauthenticated` for another token or none
 */
export function requireMetricsToken(authorization: string | null | undefined): void {
  const { metricsToken } = settings();
  if (metricsToken === null)
    throw new Problem('not-found', 'There are no metrics here: METRICS_TOKEN is not set.');
  const shown = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (shown === undefined || !timingSafeEqual(digest(shown), digest(metricsToken)))
    throw new Problem('unauthenticated', 'Send METRICS_TOKEN along: Authorization: Bearer <token>.');
}

/** Digests have the same length, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
