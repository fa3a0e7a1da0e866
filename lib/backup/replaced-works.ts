import { type Client } from 'pg';

/** Notes what the site held, in the transaction that is open. @returns the keys of all pictures */
export async function rememberReplaced(client: Client): Promise<string[]> {
  await client.query(`CREATE TEMPORARY TABLE replaced ON COMMIT DROP AS
    SELECT id FROM artworks UNION SELECT artwork_id FROM index_changes UNION SELECT artwork_id FROM removed_artworks`);
  await client.query(`CREATE TEMPORARY TABLE replaced_version ON COMMIT DROP AS
    SELECT last_value FROM index_changes_version_seq`);
  const { rows } = await client.query<{ key: string }>('SELECT key FROM images');
  return rows.map(({ key }) => key);
}

/**
 * Lets search indexes that followed the site follow on: works that are gone are noted as removed, and versions go on
 * growing.
 * @returns which of the pictures nothing needs any more
 */
export async function tellIndexes(client: Client, replacedKeys: readonly string[]): Promise<string[]> {
  await client.query(`SELECT setval('index_changes_version_seq',
    greatest((SELECT last_value FROM replaced_version), (SELECT last_value FROM index_changes_version_seq)))`);
  await client.query(`INSERT INTO removed_artworks (artwork_id, removed_xid)
    SELECT id, pg_current_xact_id() FROM replaced WHERE id NOT IN (SELECT id FROM artworks)`);
  await client.query(`INSERT INTO index_changes (artwork_id)
    SELECT id FROM replaced WHERE id NOT IN (SELECT id FROM artworks) ON CONFLICT DO NOTHING`);
  await client.query(`UPDATE index_changes
    SET version = nextval('index_changes_version_seq'), due = true, changed_xid = pg_current_xact_id()`);
  const { rows } = await client.query<{ key: string }>(
    'SELECT key FROM unnest($1::text[]) AS key WHERE key NOT IN (SELECT key FROM images)',
    [replacedKeys],
  );
  return rows.map(({ key }) => key);
}
