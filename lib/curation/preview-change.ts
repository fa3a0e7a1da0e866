import { isDeepStrictEqual } from 'node:util';
import { type Artwork, type ArtworkDetails } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type WorkVersion } from '@/lib/catalog/curated-works.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { editDetails, type FieldEdit, fieldsChangedBy } from './field-edit';
import { type ChangeKind } from './works-change';

/** What a change does to one work. */
export type WorkOutcome =
  | { readonly kind: 'changed'; readonly artwork: Artwork; readonly after: ArtworkDetails }
  | { readonly kind: 'unchanged'; readonly artwork: Artwork }
  | { readonly kind: 'refused'; readonly artwork: Artwork; readonly reason: string };

/** What a change does to the works of a selection. */
export interface ChangePreview {
  readonly selected: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** The first that change or are refused. */
  readonly examples: readonly Exclude<WorkOutcome, { kind: 'unchanged' }>[];
}

/** How many works are read at a time. */
const batchSize = 1000;
const examplesMax = 24;

/** What a change would do to these works. Nothing is written. */
export async function previewChange(
  db: DatabaseClient,
  works: readonly WorkVersion[],
  change: { readonly kind: ChangeKind; readonly edit: FieldEdit | null },
): Promise<ChangePreview> {
  const counts = { changed: 0, unchanged: 0, refused: 0 };
  const examples: ChangePreview['examples'][number][] = [];
  for await (const artwork of readInBatches(db, works)) {
    const outcome = outcomeOf(artwork, change);
    counts[outcome.kind] += 1;
    if (outcome.kind !== 'unchanged' && examples.length < examplesMax) examples.push(outcome);
  }
  return { selected: works.length, ...counts, examples };
}

export function outcomeOf(
  artwork: Artwork,
  { kind, edit }: { readonly kind: ChangeKind; readonly edit: FieldEdit | null },
): WorkOutcome {
  if (kind !== 'edit')
    return isAlready(artwork, kind)
      ? { kind: 'unchanged', artwork }
      : { kind: 'changed', artwork, after: artwork };
  if (edit === null) return { kind: 'unchanged', artwork };
  try {
    const after = editDetails(artwork, edit);
    const isSame = fieldsChangedBy(edit.field).every((name) => isDeepStrictEqual(artwork[name], after[name]));
    return isSame ? { kind: 'unchanged', artwork } : { kind: 'changed', artwork, after };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: 'refused', artwork, reason: error.message };
  }
}

function isAlready({ publication }: Artwork, kind: Exclude<ChangeKind, 'edit'>): boolean {
  switch (kind) {
    case 'publish':
      return publication === 'published';
    case 'withdraw':
      return publication === 'withdrawn';
    case 'make-draft':
      return publication === 'draft';
    case 'delete':
    case 'restore':
    case 'delete-for-good':
      return false;
  }
}

/** These works, read from the catalogue some at a time. */
export async function* readInBatches(
  db: DatabaseClient,
  works: readonly WorkVersion[],
): AsyncGenerator<Artwork> {
  for (let from = 0; from < works.length; from += batchSize)
    yield* await findArtworks(
      db,
      works.slice(from, from + batchSize).map(({ id }) => id),
    );
}
