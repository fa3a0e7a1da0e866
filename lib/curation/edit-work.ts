import { type Artwork } from '@/lib/catalog/artwork';
import { artworkSubject, recordedArtwork } from '@/lib/catalog/artwork-change';
import {
  type ArtworkEdit,
  isEmbeddedAlike,
  lockArtwork,
  writeEdit,
} from '@/lib/catalog/artwork-edits.repository';
import { type ChangeAction } from '@/lib/catalog/change';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { deleteDraft, isDraftId } from '@/lib/catalog/work-drafts.repository';
import { enqueueExtraction, ensureJobTables } from '@/lib/ingest/jobs/job-queue';
import { Problem } from '@/lib/platform/problem';
import { z } from 'zod';
import { type Choices, editFields, type EditField, type EditMarks, mergeEdits } from './edit-fields';
import { editFrom, type FormFields } from './work-form';

/** The form of a work, read. */
export interface WorkForm {
  readonly edit: ArtworkEdit;
  /** Of the work when the form was opened. */
  readonly base: EditMarks;
  readonly choices: Choices;
}

const marks = z.partialRecord(z.enum(editFields), z.string());
const choice = z.enum(['yours', 'theirs', 'both']);

/** @throws Problem `invalid-request` as {@link editFrom} */
export function readWorkForm(fields: FormFields): WorkForm {
  return { edit: editFrom(fields), base: readBase(fields.base), choices: readChoices(fields) };
}

/** Without readable marks nothing is known of before: then every field that differs is a conflict. */
export function readBase(text = ''): EditMarks {
  try {
    return marks.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function readChoices(fields: FormFields): Choices {
  return Object.fromEntries(
    editFields.flatMap((field) => {
      const { data } = choice.safeParse(fields[`keep.${field}`]);
      return data === undefined ? [] : [[field, data]];
    }),
  );
}

export interface SavedWork {
  readonly artwork: Artwork;
  /** Fields that others have changed since the form was opened, which were kept. */
  readonly theirs: readonly EditField[];
}

/**
 * Saves the form of a work. What others have saved since it was opened is kept; a changed crop makes a job that embeds
 * the work again. Its draft is deleted.
 *
 * @throws Problem `not-found`; `conflict` with the `fields` that others have changed too, or for a deleted work
 */
export async function saveWork(id: string, form: WorkForm, draftId?: string): Promise<SavedWork> {
  await ensureJobTables();
  return inTransaction(await database(), async (transaction) => {
    const before = await lockArtwork(transaction, id);
    if (before === null) throw new Problem('not-found', `There is no work with the id "${id}".`);
    if (before.deletedAt !== null)
      throw new Problem('conflict', `"${before.title}" was deleted. Restore it, then save again.`);
    const { edit, conflicts, theirs } = mergeEdits(before, form.edit, form.base, form.choices);
    if (conflicts.length > 0) throw changedMeanwhile(conflicts);
    const after = await writeChanged(transaction, before, edit);
    if (isDraftId(draftId)) await deleteDraft(transaction, id, draftId);
    return { artwork: after, theirs };
  });
}

async function writeChanged(
  transaction: Parameters<typeof writeEdit>[0],
  before: Artwork,
  edit: ArtworkEdit,
): Promise<Artwork> {
  const isSame = mergeEdits(before, edit, {}).conflicts.length === 0;
  if (isSame) return before;
  const after = await writeEdit(transaction, before, edit);
  if (!isEmbeddedAlike(before, after)) await enqueueExtraction(transaction, { artworkId: before.id });
  await recordChange(transaction, {
    action: actionOf(before, after),
    subject: artworkSubject(after),
    before: recordedArtwork(before),
    after: recordedArtwork(after),
  });
  return after;
}

function actionOf(before: Artwork, { publication }: Artwork): ChangeAction {
  if (before.publication === publication || publication === 'draft') return 'update';
  return publication === 'published' ? 'publish' : 'withdraw';
}

function changedMeanwhile(fields: readonly EditField[]): Problem {
  const detail =
    'Somebody else has changed the same fields since you opened this form. Nothing was saved yet: choose what to keep of each.';
  return new Problem('conflict', detail, { fields });
}
