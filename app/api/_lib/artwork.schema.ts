import { z } from 'zod';
import 'zod-openapi';

const address = z.string().meta({ format: 'uri-reference' });

export const imageSchema = z
  .object({
    width: z.int().meta({ description: 'Pixels, of the stored original.' }),
    height: z.int(),
    thumbhash: z.string().meta({ description: 'ThumbHash, base64: what to draw while the picture loads.' }),
    colour: z.string().meta({ description: 'The average colour.', example: '#8a7f5c' }),
    renditions: z
      .array(z.object({ width: z.int(), url: address }))
      .meta({ description: 'WebP copies, as wide as said or as the original if that is narrower.' }),
  })
  .meta({ id: 'Image' });

export const artworkSchema = z
  .object({
    id: z.string().meta({ example: 'k3v9q2mwta' }),
    title: z.string(),
    artist: z.string().nullable(),
    movement: z.string().nullable(),
    subject: z.string().nullable(),
    medium: z.string().nullable(),
    date: z.string().nullable().meta({ description: 'As a museum prints it.', example: '1830–32' }),
    year: z.int().nullable().meta({ description: 'For filters and sorting; negative before Christ.' }),
    yearFrom: z
      .int()
      .nullable()
      .meta({ description: 'The first year that the date may mean; null: an open start, or no date.' }),
    yearTo: z
      .int()
      .nullable()
      .meta({ description: 'The last year that the date may mean; null: an open end, or no date.' }),
    description: z.string().nullable(),
    source: z.string().nullable(),
    rights: z.string().nullable().meta({ example: 'CC0 1.0' }),
    state: z.enum(['pending', 'ready', 'failed']).meta({ description: 'Only ready works can be searched.' }),
    addedAt: z.iso.datetime(),
    image: imageSchema,
    links: z.object({ self: address, page: address, similarInStyle: address, similarInContent: address }),
  })
  .meta({ id: 'Artwork' });

const facetValues = z.array(z.object({ value: z.string(), count: z.int() }));

export const facetsSchema = z
  .object({ artist: facetValues, movement: facetValues, subject: facetValues, century: facetValues })
  .meta({
    id: 'Facets',
    description: 'How many works each value would leave, the other facets as they are.',
  });

export const pagingLinksSchema = z
  .object({
    self: address,
    first: address,
    previous: address.nullable(),
    next: address.nullable(),
    last: address,
  })
  .meta({ id: 'PagingLinks' });

export const artworkListSchema = z
  .object({
    artworks: z.array(artworkSchema),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    facets: facetsSchema,
    links: pagingLinksSchema,
  })
  .meta({ id: 'ArtworkList' });
