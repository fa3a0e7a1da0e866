import { pseudonymOf } from '@/lib/catalog/client-secrets.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { deleteQueriesOverQuota } from '@/lib/catalog/queries.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { log } from '@/lib/platform/log';
import { currentAsker } from '@/lib/platform/request-context';
import { settings } from '@/lib/platform/settings';

/** What one client may keep of all that is kept, in a day. */
const clientShare = 1 / 20;

/** The name under which the sender's uploads are counted: {@link pseudonymOf}. */
export async function senderPseudonym(): Promise<string> {
  return pseudonymOf(await database(), currentAsker().client);
}

/**
 * Deletes the oldest uploads past QUERY_BYTES_MAX, and the oldest of this client past its share. In a transaction of its
 * own, after that of the upload: it waits for uploads of the same pictures, which must not wait for it.
 */
export async function keepQueriesWithinQuota(client: string): Promise<void> {
  const bytesMax = settings().queryBytesMax;
  const quota = { bytesMax, clientBytesMax: Math.floor(bytesMax * clientShare) };
  const store = imageStore();
  const deleted = await inTransaction(await database(), async (transaction) => {
    const { queries, imageKeys } = await deleteQueriesOverQuota(transaction, client, quota);
    for (const key of imageKeys) await store.delete(key);
    return queries;
  });
  if (deleted > 0) log.info({ deleted, ...quota }, 'The oldest uploads made room for new ones');
}
