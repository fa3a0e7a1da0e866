/**
 * Whom a login attempt is counted against: the address that the nearest proxy (or Next.js itself, which writes
 * the connection's address there) added last. Earlier entries are the client's own claim.
 */
export function clientAddress(request: Request): string {
  const chain = request.headers.get('x-forwarded-for')?.split(',') ?? [];
  return chain.at(-1)?.trim() || 'unknown';
}
