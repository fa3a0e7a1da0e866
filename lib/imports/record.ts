/** A text, and the BCP 47 tag of its language if that is known. */
export interface SourceText {
  readonly text: string;
  readonly language: string | null;
}

/** A maker as a source knows it: `qualifier` says that the work is not certainly theirs, "workshop-of". */
export interface SourceMaker {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly birthYear?: number | null;
  readonly deathYear?: number | null;
  readonly nationality?: string | null;
  readonly wikidataId?: string | null;
  readonly ulanId?: string | null;
  readonly role?: string | null;
  readonly qualifier?: string | null;
}

/**
 * What a source says of a work, in the names of the catalogue. Nothing is checked or shortened yet, and what the
 * source does not say is absent.
 */
export interface SourceDetails {
  readonly titles: readonly SourceText[];
  readonly makers?: readonly SourceMaker[];
  readonly movements?: readonly string[];
  readonly genres?: readonly string[];
  readonly subjects?: readonly string[];
  readonly dateText?: string | null;
  /** Only where the source gives years and no text. */
  readonly year?: number | null;
  readonly medium?: string | null;
  readonly technique?: string | null;
  readonly dimensionsText?: string | null;
  readonly heightCm?: number | null;
  readonly widthCm?: number | null;
  readonly objectKind?: string | null;
  readonly collection?: string | null;
  readonly accessionNumber?: string | null;
  readonly creditLine?: string | null;
  /** Of the picture, not of the text about it: the address of a statement, else its words. */
  readonly rights?: string | null;
  readonly sourceUrl?: string | null;
  readonly descriptions?: readonly SourceText[];
  readonly altTexts?: readonly SourceText[];
  readonly placeMade?: string | null;
}

/** The one form that every museum's answers are turned into. */
export interface SourceRecord {
  readonly kind: 'record';
  /** Unlike any other of its source, and the same for ever: an object number, not a title. */
  readonly id: string;
  /** Of a list that is drawn from several museums: whose work it is, by the name of the source. */
  readonly source?: string;
  readonly details: SourceDetails;
  /** Where the picture is, scaled by the host to 2,048 pixels where it can. */
  readonly pictureUrl: string;
}

/** What a list of a source may hold. */
export type SourceItem =
  | SourceRecord
  /** Only its id is in the list: {@link Source.read} gets the rest. */
  | { readonly kind: 'reference'; readonly id: string }
  /** With the reason: no picture, a field that cannot be read. */
  | { readonly kind: 'unusable'; readonly id: string; readonly reason: string }
  /** The source says that it has been deleted. */
  | { readonly kind: 'gone'; readonly id: string };
