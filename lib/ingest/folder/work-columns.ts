import { type ArtworkDetails } from '@/lib/catalog/artwork';

/** The columns of a list of works; only `file` must be there. */
export const workColumns = [
  'file',
  'title',
  'artist',
  'movement',
  'genre',
  'subject',
  'year',
  'medium',
  'technique',
  'dimensions',
  'height_cm',
  'width_cm',
  'kind',
  'place_made',
  'collection',
  'accession_number',
  'credit_line',
  'description',
  'alt_text',
  'source',
  'rights',
] as const;
export type WorkColumn = (typeof workColumns)[number];

/** Which column each detail of a work is read from. `source` holds an address, or else the name of a collection. */
export const columnOfDetail = {
  titles: 'title',
  makers: 'artist',
  movements: 'movement',
  genres: 'genre',
  subjects: 'subject',
  dateText: 'year',
  year: 'year',
  medium: 'medium',
  technique: 'technique',
  dimensionsText: 'dimensions',
  heightCm: 'height_cm',
  widthCm: 'width_cm',
  objectKind: 'kind',
  placeMade: 'place_made',
  collection: 'collection',
  accessionNumber: 'accession_number',
  creditLine: 'credit_line',
  descriptions: 'description',
  altTexts: 'alt_text',
  sourceUrl: 'source',
  rights: 'rights',
  rightsUrl: 'rights',
} as const satisfies Record<keyof ArtworkDetails, WorkColumn>;

export const isWorkColumn = (name: string): name is WorkColumn =>
  workColumns.some((column) => column === name);
