import { type Region } from '@/lib/images/region';
import { type MakerCredit } from './maker';

/** A text in a language that may be known. */
export interface LocalText {
  readonly text: string;
  /** A BCP 47 tag: `fr`, `ja-Latn`. */
  readonly language: string | null;
}

/** What a curator may say of a work. All but one title may be unknown: null, or an empty list. */
export interface ArtworkDetails {
  /** The first is the main title. */
  readonly titles: readonly LocalText[];
  /** In the order in which a label names them. */
  readonly makers: readonly MakerCredit[];
  /** Movements and styles. */
  readonly movements: readonly string[];
  readonly genres: readonly string[];
  readonly subjects: readonly string[];
  /** Free text as a museum would print it: "about 1889", "1830–32". */
  readonly dateText: string | null;
  /** The year that filters and sorting use, negative before the common era. */
  readonly year: number | null;
  readonly medium: string | null;
  readonly technique: string | null;
  /** As a museum prints them, with frame or mount if it says so. */
  readonly dimensionsText: string | null;
  readonly heightCm: number | null;
  readonly widthCm: number | null;
  /** "painting", "woodblock print". */
  readonly objectKind: string | null;
  /** Who keeps or owns the work. */
  readonly collection: string | null;
  readonly accessionNumber: string | null;
  readonly creditLine: string | null;
  /** The label of the licence or rights statement, e.g. "CC0 1.0" or "In copyright". */
  readonly rights: string | null;
  /** The statement's address at rightsstatements.org or creativecommons.org. */
  readonly rightsUrl: string | null;
  /** The work's page where it comes from. */
  readonly sourceUrl: string | null;
  readonly descriptions: readonly LocalText[];
  /** What the picture shows, for people who cannot see it. */
  readonly altTexts: readonly LocalText[];
  readonly placeMade: string | null;
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
export const artworkStates = ['pending', 'ready', 'failed'] as const;
export type ArtworkState = (typeof artworkStates)[number];

/** Only published works are shown to visitors. The address of a withdrawn one says that it was withdrawn. */
export const publications = ['draft', 'published', 'withdrawn'] as const;
export type Publication = (typeof publications)[number];

export interface Artwork extends ArtworkDetails {
  readonly id: string;
  /** The main title. */
  readonly title: string;
  /** The makers to whom the work is given, as a label prints them; null if none is known. */
  readonly artist: string | null;
  /** How the date was read, negative before the common era: the first year that it may mean; null: an open start, or no date. */
  readonly yearFrom: number | null;
  /** The last year that the date may mean; null: an open end, or no date. */
  readonly yearTo: number | null;
  readonly image: ArtworkImage;
  /** What of the picture is embedded: without frame, mount or colour card. Null: all of it. */
  readonly crop: Region | null;
  readonly state: ArtworkState;
  readonly failure: string | null;
  readonly publication: Publication;
  /** Set while a deletion can still be undone. */
  readonly deletedAt: Date | null;
  /** Published and not deleted. */
  readonly isPublic: boolean;
  /** Grows with each edit. */
  readonly version: number;
  readonly createdAt: Date;
}

export const facetNames = [
  'artist',
  'movement',
  'genre',
  'subject',
  'century',
  'colour',
  'medium',
  'kind',
  'collection',
  'rights',
] as const;
/** The values of the facet `colour`: what `gafu_palette_colours` in the migrations names. */
export const colourNames = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'beige',
  'white',
  'grey',
  'black',
] as const;
export type ColourName = (typeof colourNames)[number];

export type FacetName = (typeof facetNames)[number];

/** What narrows a list or a search. Values of one facet are alternatives; different facets must all hold. */
export interface ArtworkFilter {
  /** Words to find in any text of a work: see text-query.ts. */
  readonly text?: string;
  readonly facets?: Partial<Record<FacetName, readonly string[]>>;
  /** Works whose date touches these years. A work without a date is in no range. */
  readonly years?: YearRange;
}

/** Years, negative before the common era; null: open. */
export interface YearRange {
  readonly from: number | null;
  readonly to: number | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}
export type Facets = Record<FacetName, readonly FacetValue[]>;

/** A value for each facet. */
export function forEachFacet<T>(make: (name: FacetName) => T): Record<FacetName, T> {
  return Object.fromEntries(facetNames.map((name) => [name, make(name)])) as Record<FacetName, T>;
}
