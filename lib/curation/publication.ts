import { type Publication } from '@/lib/catalog/artwork';
import { artworkSubject } from '@/lib/catalog/artwork-change';
import { recordChanges } from '@/lib/catalog/changes.repository';
import { updatePublication } from '@/lib/catalog/curated-works.repository';
import { type DatabaseClient } from '@/lib/catalog/database';

/** What the audit log calls it. */
const actions = { draft: 'make-draft', published: 'publish', withdrawn: 'withdraw' } as const;

/**
 * Publishes works, withdraws them or makes them drafts, and says so in the audit log.
 * @returns how many were not so before
 */
export async function setPublication(
  transaction: DatabaseClient,
  ids: readonly string[],
  publication: Publication,
): Promise<number> {
  const changed = await updatePublication(transaction, ids, publication);
  await recordChanges(
    transaction,
    changed.map((before) => ({
      action: actions[publication],
      subject: artworkSubject(before),
      before: { publication: before.publication },
      after: { publication },
    })),
  );
  return changed.length;
}
