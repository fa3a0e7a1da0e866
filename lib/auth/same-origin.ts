import { Problem } from '@/lib/platform/problem';
import { siteOrigin } from '@/lib/platform/site-origin';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Host and port, without the port that the protocol implies; null for `null`, which a sandboxed frame sends. */
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
  const sender = origin === null ? null : hostOf(origin);
  if (site === null && sender !== null && ownHosts(request).includes(sender)) return;
  throw new Problem(
    'invalid-request',
    `This form was sent from another site (${origin ?? site}), and this one is ${siteOrigin()}. Open the form here and send it again. If both are the same site, its operator should set PUBLIC_URL to the address that visitors use.`,
  );
}

/** A proxy may end TLS, so the protocol is not compared: only which port it implies. */
function ownHosts(request: Request): (string | null)[] {
  const host = request.headers.get('host');
  return [siteOrigin(), `http://${host}`, `https://${host}`].map(hostOf);
}
