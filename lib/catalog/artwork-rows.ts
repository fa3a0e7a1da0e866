import { type Artwork, type ArtworkDetails, type ArtworkImage } from './artwork';
import { readDate } from '@/lib/dates/read-date';
import { type Prisma } from './prisma/client';

type ArtworkRow = Prisma.ArtworkGetPayload<{ include: { image: true } }>;
type ImageRow = ArtworkRow['image'];

/** A row with its image, as the rest of Gafu knows it. */
export function artworkOf(row: ArtworkRow): Artwork {
  return {
    id: row.id,
    title: row.title,
    artist: row.artistName,
    movement: row.movement,
    subject: row.subject,
    medium: row.medium,
    dateText: row.dateText,
    year: row.year,
    yearFrom: row.yearFrom,
    yearTo: row.yearTo,
    description: row.description,
    source: row.source,
    rights: row.rights,
    image: imageOf(row.image),
    state: row.state,
    failure: row.failure,
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

export function detailColumns(details: ArtworkDetails) {
  const { title, artist, movement, subject, medium, dateText, year, description, source, rights } = details;
  return {
    title,
    artistName: artist,
    movement,
    subject,
    medium,
    dateText,
    year,
    ...yearRange(dateText, year),
    description,
    source,
    rights,
  };
}
