import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}

/**
 * Refuses a form that another site made the visitor's browser send (cross-site request forgery). A browser says
 * where a request comes from: in `Sec-Fetch-Site`, older ones in `Origin`; programs, which carry nobody's
 * cookies, send neither. After Valsorda, "A modern approach to preventing CSRF in Go" (2025).
 *
 * @throws Problem `invalid-request`
 */
export function requireSameOrigin(request: Request): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site === 'same-origin' || site === 'none') return;
  if (site === null && origin === null) return;
  const { publicUrl } = settings();
  const ours = [request.headers.get('host'), publicUrl === null ? null : hostOf(publicUrl)];
  const sender = origin === null ? null : hostOf(origin);
  if (site === null && sender !== null && ours.includes(sender)) return;
  throw new Problem(
    'invalid-request',
    `This form was sent from another site (${origin ?? site}). Open it here and send it again.`,
  );
}
