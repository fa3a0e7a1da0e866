/** What a curator may say of a work. All but the title may be unknown. */
export interface ArtworkDetails {
  readonly title: string;
  readonly artist: string | null;
  readonly movement: string | null;
  readonly subject: string | null;
  readonly medium: string | null;
  /** Free text as a museum would print it: "about 1889", "1830–32". */
  readonly dateText: string | null;
  /** The year that filters and sorting use, negative before the common era. */
  readonly year: number | null;
  readonly description: string | null;
  /** Where the work or its picture comes from: a page's address or a collection's name. */
  readonly source: string | null;
  /** The licence or rights statement, e.g. "CC0 1.0" or "Public domain". */
  readonly rights: string | null;
}

/** The stored original of an artwork, after it was made safe (upright, sRGB, without metadata). */
export interface ArtworkImage {
  /** SHA-256 hex of the stored original: its key in the image store. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  /** `image/jpeg`, `image/png` or `image/webp`. */
  readonly mediaType: string;
  /** ThumbHash, base64: what is drawn while the picture loads. */
  readonly thumbhash: string;
  /** Average colour as `#rrggbb`. */
  readonly colour: string;
  /** 64-bit perceptual hash, 16 hex digits: near-duplicates differ in few bits. */
  readonly perceptualHash: string;
}

/** `pending`: waiting for features. `ready`: searchable. `failed`: see `failure`, which the curator is shown. */
export type ArtworkState = 'pending' | 'ready' | 'failed';

export interface Artwork extends ArtworkDetails {
  readonly id: string;
  /** How the date was read, negative before the common era: the first year that it may mean; null: an open start, or no date. */
  readonly yearFrom: number | null;
  /** The last year that the date may mean; null: an open end, or no date. */
  readonly yearTo: number | null;
  readonly image: ArtworkImage;
  readonly state: ArtworkState;
  readonly failure: string | null;
  readonly createdAt: Date;
}

export const facetNames = ['artist', 'movement', 'subject', 'century'] as const;
export type FacetName = (typeof facetNames)[number];

/** What narrows a list or a search. Values of one facet are alternatives; different facets must all hold. */
export interface ArtworkFilter {
  /** Words to find in title, artist, movement, subject, medium and description: see text-query.ts. */
  readonly text?: string;
  readonly facets?: Partial<Record<FacetName, readonly string[]>>;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}
export type Facets = Record<FacetName, readonly FacetValue[]>;
