import { type MakerCredit } from '@/lib/catalog/maker';
import { type ExportedSource } from '@/lib/catalog/exported-identity';
import { type WorkToExport } from '@/lib/catalog/exports.repository';
import { type Artwork } from '@/lib/catalog/artwork';

/** Raised when an export of this form cannot be read by an older Gafu. */
export const exportForm = 1;

/** Where an export with pictures keeps a work's picture, and what every export calls it. */
export function pictureFile(id: string): string {
  return `pictures/${id}.jpg`;
}

/** A work as a line of an export has it: in the names of the API, with all that makes it the same work elsewhere. */
export interface ExportedWork extends Pick<
  Artwork,
  | 'id'
  | 'publication'
  | 'titles'
  | 'movements'
  | 'genres'
  | 'subjects'
  | 'year'
  | 'yearFrom'
  | 'yearTo'
  | 'medium'
  | 'technique'
  | 'heightCm'
  | 'widthCm'
  | 'placeMade'
  | 'collection'
  | 'accessionNumber'
  | 'creditLine'
  | 'rights'
  | 'rightsUrl'
  | 'sourceUrl'
  | 'descriptions'
  | 'altTexts'
  | 'crop'
> {
  readonly format: number;
  readonly file: string;
  readonly pictureSha256: string;
  /** ISO 8601. */
  readonly addedAt: string;
  /** With the ids of their records. */
  readonly makers: readonly (MakerCredit & { readonly id: string | null })[];
  readonly date: string | null;
  readonly dimensions: string | null;
  readonly kind: string | null;
  readonly sources: readonly ExportedSource[];
}

export function exportedWork({ artwork, makerIds, sources }: WorkToExport): ExportedWork {
  return {
    format: exportForm,
    id: artwork.id,
    file: pictureFile(artwork.id),
    pictureSha256: artwork.image.key,
    publication: artwork.publication,
    addedAt: artwork.createdAt.toISOString(),
    titles: artwork.titles,
    makers: artwork.makers.map(({ name, ...maker }, at) => ({ name, id: makerIds[at] ?? null, ...maker })),
    date: artwork.dateText,
    year: artwork.year,
    yearFrom: artwork.yearFrom,
    yearTo: artwork.yearTo,
    movements: artwork.movements,
    genres: artwork.genres,
    subjects: artwork.subjects,
    medium: artwork.medium,
    technique: artwork.technique,
    dimensions: artwork.dimensionsText,
    heightCm: artwork.heightCm,
    widthCm: artwork.widthCm,
    kind: artwork.objectKind,
    placeMade: artwork.placeMade,
    collection: artwork.collection,
    accessionNumber: artwork.accessionNumber,
    creditLine: artwork.creditLine,
    rights: artwork.rights,
    rightsUrl: artwork.rightsUrl,
    sourceUrl: artwork.sourceUrl,
    descriptions: artwork.descriptions,
    altTexts: artwork.altTexts,
    crop: artwork.crop,
    sources,
  };
}
