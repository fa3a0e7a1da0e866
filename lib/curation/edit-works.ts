import { type Artwork } from '@/lib/catalog/artwork';
import { artworkSubject, recordedArtwork } from '@/lib/catalog/artwork-change';
import { detailColumns } from '@/lib/catalog/artwork-rows';
import { recordChanges } from '@/lib/catalog/changes.repository';
import { updateColumns } from '@/lib/catalog/curated-works.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { saveCredits } from '@/lib/catalog/makers.repository';
import { Problem } from '@/lib/platform/problem';
import { type EditableField, type FieldEdit } from './field-edit';
import { outcomeOf } from './preview-change';

/** The columns in Postgres that hold a field, and what follows from it. Makers are rows of other tables. */
const columnsOf: Readonly<Record<EditableField, readonly string[]>> = {
  makers: [],
  movements: ['movements'],
  genres: ['genres'],
  subjects: ['subjects'],
  dateText: ['date_text', 'year', 'year_from', 'year_to'],
  medium: ['medium'],
  technique: ['technique'],
  dimensionsText: ['dimensions_text'],
  objectKind: ['object_kind'],
  placeMade: ['place_made'],
  collection: ['collection'],
  creditLine: ['credit_line'],
  rights: ['rights', 'rights_url'],
  sourceUrl: ['source_url'],
  descriptions: ['descriptions'],
  altTexts: ['alt_texts'],
};

/**
 * Edits one field of these works, and says so in the audit log.
 * @param artworks as they are in this transaction, which keeps others from changing them
 * @returns how many changed
 * @throws Problem `invalid-request` if one of them refuses the edit; nothing may then be committed
 */
export async function editWorks(
  transaction: DatabaseClient,
  artworks: readonly Artwork[],
  edit: FieldEdit,
): Promise<number> {
  const outcomes = artworks.map((artwork) => outcomeOf(artwork, { kind: 'edit', edit }));
  const refused = outcomes.find((outcome) => outcome.kind === 'refused');
  if (refused !== undefined)
    throw new Problem(
      'invalid-request',
      `"${refused.artwork.title}": ${refused.reason} Nothing was changed.`,
    );
  const changed = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome] : []));
  if (changed.length === 0) return 0;
  if (edit.field === 'makers')
    for (const { artwork, after } of changed) await saveCredits(transaction, artwork.id, after.makers);
  const columns = columnsOf[edit.field];
  await updateColumns(
    transaction,
    changed.map(({ artwork: { id }, after }) => ({ id, ...rowOf(detailColumns(after), columns) })),
    columns,
  );
  await recordChanges(
    transaction,
    changed.map(({ artwork, after }) => ({
      action: 'update',
      subject: artworkSubject(artwork),
      before: recordedArtwork(artwork),
      after: recordedArtwork({ ...artwork, ...after }),
    })),
  );
  return changed.length;
}

function rowOf(details: object, columns: readonly string[]): Record<string, unknown> {
  const values = Object.entries(details).map(([name, value]) => [snakeCase(name), value as unknown] as const);
  return Object.fromEntries(values.filter(([name]) => columns.includes(name)));
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
