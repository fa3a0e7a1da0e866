import { z } from 'zod';
import { type Artwork, type ArtworkDetails, type ArtworkImage } from './artwork';
import { readDate } from '@/lib/dates/read-date';
import { makerQualifiers } from './maker';
import { type Prisma } from './prisma/client';

/** What is read with a work's row. */
export const withMakersAndImage = {
  image: true,
  attributions: { include: { maker: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.ArtworkInclude;

export type ArtworkRow = Prisma.ArtworkGetPayload<{ include: typeof withMakersAndImage }>;
type ImageRow = ArtworkRow['image'];

const localTexts = z.array(z.object({ text: z.string(), language: z.string().nullable() }));
const region = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable();
const qualifier = z.enum(makerQualifiers).nullable();

/** A row with its makers and image, as the rest of Gafu knows it. */
export function artworkOf(row: ArtworkRow): Artwork {
  return {
    id: row.id,
    title: row.title,
    titles: localTexts.parse(row.titles),
    artist: row.artistNames.join(', ') || null,
    makers: row.attributions.map((attribution) => {
      const { name, otherNames, birthYear, deathYear, nationality, wikidataId, ulanId } = attribution.maker;
      return {
        name,
        otherNames,
        birthYear,
        deathYear,
        nationality,
        wikidataId,
        ulanId,
        role: attribution.role,
        qualifier: qualifier.parse(attribution.qualifier),
      };
    }),
    movements: row.movements,
    genres: row.genres,
    subjects: row.subjects,
    dateText: row.dateText,
    year: row.year,
    yearFrom: row.yearFrom,
    yearTo: row.yearTo,
    medium: row.medium,
    technique: row.technique,
    dimensionsText: row.dimensionsText,
    heightCm: row.heightCm,
    widthCm: row.widthCm,
    objectKind: row.objectKind,
    collection: row.collection,
    accessionNumber: row.accessionNumber,
    creditLine: row.creditLine,
    rights: row.rights,
    rightsUrl: row.rightsUrl,
    sourceUrl: row.sourceUrl,
    descriptions: localTexts.parse(row.descriptions),
    altTexts: localTexts.parse(row.altTexts),
    placeMade: row.placeMade,
    image: imageOf(row.image),
    crop: region.parse(row.crop),
    state: row.state,
    failure: row.failure,
    publication: row.publication,
    deletedAt: row.deletedAt,
    isPublic: row.isPublic,
    version: row.version,
    createdAt: row.createdAt,
  };
}

export function imageOf(row: ImageRow): ArtworkImage {
  const { key, width, height, sizeBytes, mediaType, thumbhash, colour, perceptualHash } = row;
  return { key, width, height, sizeBytes, mediaType, thumbhash, colour, perceptualHash };
}

/** The range of the date as it is written, unless a year was given that is not its own. */
export function yearRange(
  dateText: string | null,
  year: number | null,
): { yearFrom: number | null; yearTo: number | null } {
  const range = dateText === null ? null : readDate(dateText);
  return range && (range.from ?? range.to) === year
    ? { yearFrom: range.from, yearTo: range.to }
    : { yearFrom: year, yearTo: year };
}

/** The columns of a work's own row; its makers are rows of other tables. */
export function detailColumns(details: ArtworkDetails) {
  const { titles, descriptions, altTexts, movements, genres, subjects, dateText, year } = details;
  const json = (texts: readonly object[]) => texts.map((text) => ({ ...text }));
  return {
    titles: json(titles),
    descriptions: json(descriptions),
    altTexts: json(altTexts),
    movements: [...movements],
    genres: [...genres],
    subjects: [...subjects],
    dateText,
    year,
    ...yearRange(dateText, year),
    medium: details.medium,
    technique: details.technique,
    dimensionsText: details.dimensionsText,
    heightCm: details.heightCm,
    widthCm: details.widthCm,
    objectKind: details.objectKind,
    collection: details.collection,
    accessionNumber: details.accessionNumber,
    creditLine: details.creditLine,
    rights: details.rights,
    rightsUrl: details.rightsUrl,
    sourceUrl: details.sourceUrl,
    placeMade: details.placeMade,
  } satisfies Omit<Prisma.ArtworkCreateManyInput, 'id' | 'imageKey'>;
}
