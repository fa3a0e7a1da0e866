import { z } from 'zod';
import 'zod-openapi';
import { forEachFacet, publications } from '@/lib/catalog/artwork';
import { makerQualifiers } from '@/lib/catalog/maker';

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

const localTextSchema = z
  .object({
    text: z.string(),
    language: z.string().nullable().meta({ description: 'A BCP 47 tag, if it is known.', example: 'fr' }),
  })
  .meta({ id: 'LocalText', description: 'A text in a language.' });

const yearSchema = z.int().nullable().meta({ description: 'Negative before Christ.' });

const makerSchema = z
  .object({
    name: z.string(),
    otherNames: z.array(z.string()),
    birthYear: yearSchema,
    deathYear: yearSchema,
    nationality: z.string().nullable(),
    wikidataId: z.string().nullable().meta({ example: 'Q5586' }),
    ulanId: z.string().nullable().meta({ description: 'Of the Union List of Artist Names.' }),
    role: z.string().nullable().meta({ example: 'publisher' }),
    qualifier: z
      .enum(makerQualifiers)
      .nullable()
      .meta({ description: 'How the work is related to somebody who did not certainly make it.' }),
  })
  .meta({ id: 'Maker', description: 'Who made a work.' });

export const artworkSchema = z
  .object({
    id: z.string().meta({ example: 'k3v9q2mwta' }),
    title: z.string().meta({ description: 'The main title.' }),
    titles: z.array(localTextSchema).meta({ description: 'The main title first.' }),
    artist: z.string().nullable().meta({ description: 'The makers to whom the work is given, by name.' }),
    makers: z.array(makerSchema),
    movement: z.string().nullable().meta({ description: 'The first of movements.' }),
    movements: z.array(z.string()),
    genres: z.array(z.string()),
    subject: z.string().nullable().meta({ description: 'The first of subjects.' }),
    subjects: z.array(z.string()),
    medium: z.string().nullable(),
    technique: z.string().nullable(),
    dimensions: z.string().nullable().meta({ description: 'As a museum prints them.' }),
    heightCm: z.number().nullable(),
    widthCm: z.number().nullable(),
    kind: z.string().nullable().meta({ description: 'What kind of object it is.', example: 'Painting' }),
    placeMade: z.string().nullable(),
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
    description: z.string().nullable().meta({ description: 'The first of descriptions.' }),
    descriptions: z.array(localTextSchema),
    altTexts: z.array(localTextSchema).meta({
      description: 'What the picture shows, for people who cannot see it.',
    }),
    collection: z.string().nullable().meta({ description: 'Who keeps or owns the work.' }),
    accessionNumber: z.string().nullable(),
    creditLine: z.string().nullable(),
    source: z.string().nullable().meta({ description: 'The page it comes from, else its collection.' }),
    sourceUrl: z.string().nullable().meta({ description: 'Its page where it comes from.' }),
    rights: z.string().nullable().meta({ example: 'CC0 1.0' }),
    rightsUrl: z.string().nullable().meta({
      description: 'The statement at rightsstatements.org or the licence at creativecommons.org.',
    }),
    state: z.enum(['pending', 'ready', 'failed']).meta({ description: 'Only ready works can be searched.' }),
    publication: z
      .enum(publications)
      .meta({ description: 'Without a token there are published works only.' }),
    addedAt: z.iso.datetime(),
    image: imageSchema,
    links: z.object({ self: address, page: address, similarInStyle: address, similarInContent: address }),
  })
  .meta({ id: 'Artwork' });

const facetValues = z.array(z.object({ value: z.string(), count: z.int() }));

export const facetsSchema = z.object(forEachFacet(() => facetValues)).meta({
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

export const lightBoxSchema = z
  .object({
    artworks: z.array(artworkSchema),
    links: z.object({ self: address, page: address }),
  })
  .meta({ id: 'LightBox' });
