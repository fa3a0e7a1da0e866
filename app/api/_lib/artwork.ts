import { type z } from 'zod';
import { renditionUrl } from '@/lib/images/rendition-url';
import { type Artwork, type ArtworkImage } from '@/lib/catalog/artwork';
import { workHref } from '@/lib/catalog/work-address';
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
  const { id, title, artist, movements, subjects, descriptions, medium, rights, year, state } = artwork;
  const self = `/api/v1/artworks/${id}`;
  return {
    id,
    title,
    titles: [...artwork.titles],
    artist,
    makers: artwork.makers.map((maker) => ({ ...maker, otherNames: [...maker.otherNames] })),
    movement: movements[0] ?? null,
    movements: [...movements],
    genres: [...artwork.genres],
    subject: subjects[0] ?? null,
    subjects: [...subjects],
    medium,
    technique: artwork.technique,
    dimensions: artwork.dimensionsText,
    heightCm: artwork.heightCm,
    widthCm: artwork.widthCm,
    kind: artwork.objectKind,
    placeMade: artwork.placeMade,
    date: artwork.dateText,
    year,
    yearFrom: artwork.yearFrom,
    yearTo: artwork.yearTo,
    description: descriptions[0]?.text ?? null,
    descriptions: [...descriptions],
    altTexts: [...artwork.altTexts],
    collection: artwork.collection,
    accessionNumber: artwork.accessionNumber,
    creditLine: artwork.creditLine,
    source: artwork.sourceUrl ?? artwork.collection,
    sourceUrl: artwork.sourceUrl,
    rights,
    rightsUrl: artwork.rightsUrl,
    state,
    publication: artwork.publication,
    addedAt: artwork.createdAt.toISOString(),
    image: imageJson(artwork.image),
    links: {
      self,
      page: workHref(artwork),
      similarInStyle: `${self}/similar?by=style`,
      similarInContent: `${self}/similar?by=content`,
    },
  };
}
