import { type Artwork } from './artwork';
import { Prisma } from './prisma/client';

/** What a record may lack, in the order in which a label says it. */
export const missingFields = [
  'artist',
  'date',
  'medium',
  'dimensions',
  'movement',
  'genre',
  'subject',
  'kind',
  'collection',
  'rights',
  'source',
  'description',
  'altText',
] as const;
export type MissingField = (typeof missingFields)[number];

interface Lack {
  readonly inRow: Prisma.Sql;
  readonly inArtwork: (artwork: Artwork) => boolean;
}

const lacks: Readonly<Record<MissingField, Lack>> = {
  artist: { inRow: Prisma.sql`maker_text = ''`, inArtwork: ({ makers }) => makers.length === 0 },
  date: {
    inRow: Prisma.sql`(date_text IS NULL AND year IS NULL)`,
    inArtwork: ({ dateText, year }) => dateText === null && year === null,
  },
  medium: { inRow: Prisma.sql`medium IS NULL`, inArtwork: ({ medium }) => medium === null },
  dimensions: {
    inRow: Prisma.sql`(dimensions_text IS NULL AND height_cm IS NULL AND width_cm IS NULL)`,
    inArtwork: ({ dimensionsText, heightCm, widthCm }) =>
      dimensionsText === null && heightCm === null && widthCm === null,
  },
  movement: { inRow: Prisma.sql`movements = '{}'`, inArtwork: ({ movements }) => movements.length === 0 },
  genre: { inRow: Prisma.sql`genres = '{}'`, inArtwork: ({ genres }) => genres.length === 0 },
  subject: { inRow: Prisma.sql`subjects = '{}'`, inArtwork: ({ subjects }) => subjects.length === 0 },
  kind: { inRow: Prisma.sql`object_kind IS NULL`, inArtwork: ({ objectKind }) => objectKind === null },
  collection: { inRow: Prisma.sql`collection IS NULL`, inArtwork: ({ collection }) => collection === null },
  rights: {
    inRow: Prisma.sql`(rights IS NULL AND rights_url IS NULL)`,
    inArtwork: ({ rights, rightsUrl }) => rights === null && rightsUrl === null,
  },
  source: { inRow: Prisma.sql`source_url IS NULL`, inArtwork: ({ sourceUrl }) => sourceUrl === null },
  description: {
    inRow: Prisma.sql`descriptions = '[]'`,
    inArtwork: ({ descriptions }) => descriptions.length === 0,
  },
  altText: { inRow: Prisma.sql`alt_texts = '[]'`, inArtwork: ({ altTexts }) => altTexts.length === 0 },
};

/** What an `artworks` row without this field satisfies. */
export function lacksField(field: MissingField): Prisma.Sql {
  return lacks[field].inRow;
}

/** Those of these fields that a work lacks, in their order. */
export function missingFieldsOf(artwork: Artwork, among: readonly MissingField[] = missingFields) {
  return among.filter((field) => lacks[field].inArtwork(artwork));
}
