import { type z } from 'zod';
import { renditionUrl } from '@/lib/images/rendition-url';
import { type Artwork, type ArtworkImage } from '@/lib/catalog/artwork';
import { renditionWidths } from '@/lib/images/rendition-widths';
import { type artworkSchema, type imageSchema } from './artwork.schema';

/** An image as the API shows it. */
export function imageJson(image: ArtworkImage): z.input<typeof imageSchema> {
  const { key, width, height, thumbhash, colour } = image;
  const renditions = renditionWidths.map((width) => ({ width, url: renditionUrl(key, width) }));
  return { width, height, thumbhash, colour, renditions };
}

/** A work as the API shows it; why its features failed is for curators only. */
export function artworkJson(artwork: Artwork): z.input<typeof artworkSchema> {
  const { id, title, artist, movement, subject, medium, year, description, source, rights, state } = artwork;
  const self = `/api/v1/artworks/${id}`;
  return {
    id,
    title,
    artist,
    movement,
    subject,
    medium,
    date: artwork.dateText,
    year,
    yearFrom: artwork.yearFrom,
    yearTo: artwork.yearTo,
    description,
    source,
    rights,
    state,
    addedAt: artwork.createdAt.toISOString(),
    image: imageJson(artwork.image),
    links: {
      self,
      page: `/works/${id}`,
      similarInStyle: `${self}/similar?by=style`,
      similarInContent: `${self}/similar?by=content`,
    },
  };
}
