import { createHmac, randomBytes } from 'node:crypto';
import { type DatabaseClient } from './database';

/**
 * A name for a client that says nothing about its address: HMAC-SHA-256 with a secret that all servers share for one
 * day (UTC) and that is then deleted. The same client has another name tomorrow.
 * @returns 22 characters
 */
export async function pseudonymOf(db: DatabaseClient, client: string): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  await db.$executeRaw`DELETE FROM client_secrets WHERE day < (now() AT TIME ZONE 'UTC')::date`;
  await db.$executeRaw`
    INSERT INTO client_secrets (day, secret) VALUES ((now() AT TIME ZONE 'UTC')::date, ${fresh})
    ON CONFLICT DO NOTHING`;
  const [row] = await db.$queryRaw<{ secret: string }[]>`
    SELECT secret FROM client_secrets ORDER BY day DESC LIMIT 1`;
  return createHmac('sha256', row?.secret ?? fresh)
    .update(client)
    .digest('base64url')
    .slice(0, 22);
}
