import { type Artwork, type ArtworkDetails, type Publication } from '@/lib/catalog/artwork';
import { type ExportedSource } from '@/lib/catalog/exported-identity';

/** What an export keeps of a work beside its details. */
export interface ExportedRow {
  readonly id: string;
  /** SHA-256 hex of the picture; null: any picture will do. */
  readonly pictureSha256: string | null;
  readonly addedAt: Date | null;
  readonly makerIds: readonly (string | null)[];
  readonly sources: readonly ExportedSource[];
}

export interface WorkRow {
  readonly line: number;
  /** As written in the list. */
  readonly file: string;
  /** Of a new work. */
  readonly details: ArtworkDetails;
  /** The details that the list has a column for: those of a work that is there already are replaced by them. */
  readonly given: Partial<ArtworkDetails>;
  /** Whether these are all titles, makers and so on that the work has, not only the first of them. */
  readonly isComplete: boolean;
  /** What a list may decide besides, if it does. */
  readonly decided: { readonly publication?: Publication; readonly crop?: Artwork['crop'] };
  /** Null: the list was not exported by Gafu. */
  readonly exported: ExportedRow | null;
}
