import { type Client } from 'pg';
import { Problem } from '@/lib/platform/problem';

/**
 * Web servers and workers would go on with works that are no longer there.
 * @throws Problem `conflict` naming who else is connected to the database
 */
export async function refuseSiteInUse(client: Client): Promise<void> {
  const { rows } = await client.query<{ process: string }>(
    `SELECT DISTINCT concat_ws(' ', nullif(application_name, ''), 'from ' || coalesce(host(client_addr), 'this machine')) AS process
     FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  if (rows.length > 0)
    throw new Problem(
      'conflict',
      `The database is in use (${rows.map(({ process }) => process).join(', ')}). End gafu start, web servers, workers and other programs that are connected to it, then restore. Nothing was changed.`,
    );
}
