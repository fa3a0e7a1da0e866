import { findArtworks } from '@/lib/catalog/artworks.repository';
import { lockWorks, type WorkVersion } from '@/lib/catalog/curated-works.repository';
import { type Database, type DatabaseClient } from '@/lib/catalog/database';
import { removeArtworkIn } from '@/lib/ingest/remove-artwork';
import { Problem } from '@/lib/platform/problem';
import { deleteWorks, restoreWorks } from './deletion';
import { editWorks } from './edit-works';
import { setPublication } from './publication';
import { digestOf, findSelected } from './selection';
import { type WorksChange } from './works-change';

/** How many works are written at a time, all in the same transaction. */
const batchSize = 500;
/** Changing 20,000 works takes about a minute on a busy machine. */
const timeoutMs = 10 * 60_000;

/**
 * Makes a change that was previewed: of all works or, if it fails, of none.
 * @param seen the digest of the works in the preview
 * @returns how many works changed
 * @throws Problem `conflict` if the selection holds other works now, or one of them was changed since the preview;
 *   `invalid-request` if a work refuses the edit
 */
export async function applyChange(db: Database, change: WorksChange, seen: string): Promise<number> {
  if (change.kind === 'edit' && change.edit === null)
    throw new Problem(
      'invalid-request',
      'Nothing was chosen to edit. Choose a field and look at the preview first.',
    );
  const run = (transaction: DatabaseClient) => applyIn(transaction, change, seen);
  return await db.$transaction(run, { timeout: timeoutMs });
}

/** What can be done with one work at once, without a preview. */
const singleKinds = ['publish', 'withdraw', 'make-draft', 'delete', 'restore', 'delete-for-good'] as const;

/**
 * Changes one work. One that is so already stays as it is.
 * @throws Problem `not-found`; `invalid-request` for another kind of change
 */
export async function changeOneWork(db: Database, id: string, given: string): Promise<void> {
  const kind = singleKinds.find((one) => one === given);
  if (kind === undefined)
    throw new Problem(
      'invalid-request',
      `do: got "${given.slice(0, 40)}"; allowed is ${singleKinds.join(', ')}.`,
    );
  await db.$transaction(async (transaction) => {
    const works = await lockWorks(transaction, [id]);
    if (works.length === 0) throw new Problem('not-found', `There is no work with the id "${id}".`);
    await changeWorks(transaction, works, { kind, edit: null });
  });
}

async function applyIn(transaction: DatabaseClient, change: WorksChange, seen: string): Promise<number> {
  const selected = await findSelected(transaction, change.selection);
  const works = await lockWorks(
    transaction,
    selected.map(({ id }) => id),
  );
  if (digestOf(works) !== seen)
    throw new Problem(
      'conflict',
      'Somebody has changed these works, or there are others now. Nothing was changed. Look at the preview again, which is up to date.',
    );
  let changed = 0;
  for (let from = 0; from < works.length; from += batchSize)
    changed += await changeWorks(transaction, works.slice(from, from + batchSize), change);
  return changed;
}

async function changeWorks(
  transaction: DatabaseClient,
  works: readonly WorkVersion[],
  { kind, edit }: Pick<WorksChange, 'kind' | 'edit'>,
): Promise<number> {
  const ids = works.map(({ id }) => id);
  switch (kind) {
    case 'edit':
      return edit === null ? 0 : await editWorks(transaction, await findArtworks(transaction, ids), edit);
    case 'publish':
      return await setPublication(transaction, ids, 'published');
    case 'withdraw':
      return await setPublication(transaction, ids, 'withdrawn');
    case 'make-draft':
      return await setPublication(transaction, ids, 'draft');
    case 'delete':
      return await deleteWorks(transaction, ids);
    case 'restore':
      return await restoreWorks(transaction, ids);
    case 'delete-for-good':
      for (const id of ids) await removeArtworkIn(transaction, id);
      return ids.length;
  }
}
