import { randomUUID } from 'node:crypto';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { isDraftId, keepDraft } from '@/lib/catalog/work-drafts.repository';
import { currentActor } from '@/lib/platform/current-actor';
import { Problem } from '@/lib/platform/problem';
import { type FormFields } from './work-form';

/**
 * Keeps what was typed into the form of a work, in place of what was kept of this form before.
 * @returns the draft's id
 * @throws Problem `not-found` if the work is gone
 */
export async function keepTyped(artworkId: string, fields: FormFields): Promise<string> {
  const actor = currentActor();
  if (actor === null) throw new Error('A draft was about to be kept of a request that nobody signed.');
  const db = await database();
  if ((await findArtwork(db, artworkId)) === null)
    throw new Problem('not-found', `There is no work with the id "${artworkId}".`);
  const id = isDraftId(fields.draft) ? fields.draft : randomUUID();
  await keepDraft(db, { id, artworkId, fields: { ...fields, draft: id } }, actor);
  return id;
}
