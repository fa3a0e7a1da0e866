import { type Database, type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import {
  decideOnSamples,
  findSampleDecision,
  findSampleIds,
  type SampleDecision,
} from '@/lib/catalog/sample-artworks.repository';
import { deleteWorks, restoreWorks } from './deletion';
import { setPublication } from './publication';

export interface SampleState {
  /** `hidden`: drafts, which visitors do not see. `removed`: in the bin, or gone from there. */
  readonly decision: SampleDecision | 'shown';
  /** Works of the sample collection that are not deleted. */
  readonly works: number;
}

/** What has been decided about the sample collection. */
export async function sampleState(db: DatabaseClient): Promise<SampleState> {
  const [decided, ids] = await Promise.all([findSampleDecision(db), findSampleIds(db, {})]);
  return { decision: decided?.decision ?? 'shown', works: ids.length };
}

/**
 * Takes the sample collection out of everything that visitors see; what the quality page has measured on it stays. May
 * be called again, for samples that were added since.
 */
export async function hideSamples(db: Database): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const before = await findSampleDecision(transaction);
    if (before?.decision === 'removed') return;
    const shown = await findSampleIds(transaction, { publication: 'published' });
    await setPublication(transaction, shown, 'draft');
    await decideOnSamples(transaction, 'hidden', [...(before?.works ?? []), ...shown]);
  });
}

/** Puts the sample collection into the bin. The next start does not add it again. */
export async function removeSamples(db: Database): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const before = await findSampleDecision(transaction);
    const present = await findSampleIds(transaction, {});
    await deleteWorks(transaction, present);
    await decideOnSamples(transaction, 'removed', [...(before?.works ?? []), ...present]);
  });
}

/**
 * Brings the sample collection back as it was.
 * @returns how many of its works are gone from the bin and have to be added again
 */
export async function showSamples(db: Database): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const before = await findSampleDecision(transaction);
    if (before === null) return 0;
    const { decision, works } = before;
    await decideOnSamples(transaction, null, []);
    if (decision === 'removed') await restoreWorks(transaction, works);
    const drafts = await findSampleIds(transaction, { publication: 'draft' });
    const left = await findSampleIds(transaction, {});
    await setPublication(
      transaction,
      drafts.filter((id) => works.includes(id)),
      'published',
    );
    return decision === 'removed' ? works.filter((id) => !left.includes(id)).length : 0;
  });
}
