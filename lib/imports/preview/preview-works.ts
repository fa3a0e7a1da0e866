import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type Database } from '@/lib/catalog/database';
import { findImportedRecords } from '@/lib/catalog/imports.repository';
import { Problem } from '@/lib/platform/problem';
import { isOpen } from '@/lib/rights/rights';
import { ownerOf } from '../bring-in';
import { prepareDetails } from '../prepare-details';
import { type SourceItem } from '../record';
import { type Source } from '../source';

/** A work that a source offers. */
export interface PreviewWork {
  readonly id: string;
  /** Null if it cannot be brought in: `reason` says why. */
  readonly details: ArtworkDetails | null;
  readonly pictureUrl: string | null;
  readonly isOpen: boolean;
  /** `deleted`: it was here, and is not brought in again. */
  readonly here: { readonly kind: 'present' | 'deleted'; readonly artworkId: string | null } | null;
  readonly reason: string | null;
  /** Whether it comes if it is asked for. */
  readonly canCome: boolean;
}

/** @param openOnly whether works without an open licence stay away */
export async function previewWorks(
  db: Database,
  source: Source,
  items: readonly SourceItem[],
  openOnly: boolean,
): Promise<PreviewWork[]> {
  const known = await recordsOf(db, source, items);
  return items.map((item) => {
    const record = known.get(`${ownerOf(item, source)} ${item.id}`);
    const here = record?.details ? hereOf(record.artworkId, record.artwork?.deletedAt ?? null) : null;
    const { details, reason } = readDetails(item);
    const open = details !== null && isOpen(details.rightsUrl);
    return {
      id: item.id,
      details,
      pictureUrl: item.kind === 'record' ? item.pictureUrl : null,
      isOpen: open,
      here,
      reason,
      canCome: details !== null && (open || !openOnly) && here?.kind !== 'deleted',
    };
  });
}

async function recordsOf(db: Database, source: Source, items: readonly SourceItem[]) {
  const owners = [...new Set(items.map((item) => ownerOf(item, source)))];
  const found = await Promise.all(
    owners.map(async (owner) => {
      const ids = items.filter((item) => ownerOf(item, source) === owner).map(({ id }) => id);
      return [...(await findImportedRecords(db, owner, ids)).values()];
    }),
  );
  return new Map(found.flat().map((record) => [`${record.source} ${record.sourceId}`, record]));
}

function hereOf(artworkId: string | null, deletedAt: Date | null): PreviewWork['here'] {
  return { kind: artworkId === null || deletedAt !== null ? 'deleted' : 'present', artworkId };
}

function readDetails(item: SourceItem): { details: ArtworkDetails | null; reason: string | null } {
  if (item.kind === 'unusable') return { details: null, reason: item.reason };
  if (item.kind !== 'record') return { details: null, reason: 'the source has it no longer' };
  try {
    return { details: prepareDetails(item.details), reason: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { details: null, reason: error.message };
  }
}
