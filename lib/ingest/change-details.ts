import { type Artwork, type ArtworkDetails } from '@/lib/catalog/artwork';
import { artworkSubject, recordedArtwork } from '@/lib/catalog/artwork-change';
import {
  type ArtworkEdit,
  isEmbeddedAlike,
  lockArtwork,
  writeEdit,
} from '@/lib/catalog/artwork-edits.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import { type ExportedMakers } from '@/lib/catalog/exported-identity';
import { Problem } from '@/lib/platform/problem';
import { enqueueExtraction } from './jobs/job-queue';

export interface ChangeOptions {
  /** What else is decided of the work; the rest stays. */
  readonly decided?: Partial<Pick<ArtworkEdit, 'publication' | 'crop'>>;
  readonly exportedMakers?: ExportedMakers;
  /** How long workers leave the job of a changed crop alone, for a caller that finds the features itself. */
  readonly delaySeconds?: number;
}

/**
 * Gives a work other details, and notes that in the audit log. A changed crop also makes a job that embeds it again.
 * @throws Problem `not-found`
 */
export async function changeDetails(
  { id }: Pick<Artwork, 'id'>,
  details: ArtworkDetails,
  db: DatabaseClient,
  { decided = {}, exportedMakers, delaySeconds = 0 }: ChangeOptions = {},
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const before = await lockArtwork(transaction, id);
    if (before === null) throw new Problem('not-found', `There is no work with the id "${id}".`);
    const { publication = before.publication, crop = before.crop } = decided;
    const after = await writeEdit(transaction, before, { ...details, publication, crop }, exportedMakers);
    if (!isEmbeddedAlike(before, after))
      await enqueueExtraction(transaction, { artworkId: id, delaySeconds });
    await recordChange(transaction, {
      action: 'update',
      subject: artworkSubject(after),
      before: recordedArtwork(before),
      after: recordedArtwork(after),
    });
  });
}
