import { type Artwork, type ArtworkDetails, type ArtworkImage } from './artwork';
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
    description,
    source,
    rights,
  };
}
