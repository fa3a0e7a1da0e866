import { z } from 'zod';
import 'zod-openapi';
import { facetNames } from '@/lib/catalog/artwork';
import { searchSorts } from '@/lib/search/query';
import { embeddingKinds } from '@/lib/vision/embedding';
import { artworkSchema, facetsSchema, imageSchema, pagingLinksSchema } from './artwork.schema';

const address = z.string().meta({ format: 'uri-reference' });
const kind = z.enum(embeddingKinds);

export const spaceSchema = z
  .object({
    id: z.string().meta({ example: 'style-9f2c41d07be8a635' }),
    extractor: z.string().meta({ description: 'Network, preprocessing and the weights’ hash.' }),
    layers: z.array(z.string()),
    statistic: z.string().meta({ description: 'What is measured on the layers’ feature maps.' }),
    dimensions: z.int(),
  })
  .meta({ id: 'Space', description: 'Where vectors can be compared. Of different spaces they never are.' });

export const networkSchema = z
  .object({
    name: z.string().nullable().meta({ example: 'vgg19' }),
    recipe: z.string().nullable().meta({ description: 'The named way from pixels to vectors.' }),
    spaces: z.partialRecord(kind, spaceSchema),
  })
  .meta({ id: 'Network', description: 'The network that embedded the pictures, and so made these results.' });

const detailSchema = z
  .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .meta({ id: 'Detail', description: 'A part of a picture, in percent of its sides.' });

const termSchema = z.object({
  kind,
  ref: z.string().meta({ description: 'The id of a work or of an upload, or a palette picked by hand.' }),
  detail: detailSchema.nullable().meta({ description: 'Null: all of the picture.' }),
  weight: z.number(),
});

const referenceSchema = z
  .object({
    ref: z.string(),
    kind: z.enum(['artwork', 'upload', 'palette']),
    detail: detailSchema.nullable().meta({ description: 'Null: all of the picture.' }),
    colours: z
      .array(z.object({ colour: z.string().meta({ example: '1d3b5a' }), share: z.int() }))
      .nullable()
      .meta({ description: 'Of a palette picked by hand; null for a picture.' }),
    artwork: artworkSchema.nullable().meta({ description: 'Null for anything but a work.' }),
    image: imageSchema.nullable().meta({
      description:
        'All of the picture. Null for a palette, and for a picture that was read on its owner’s device and stayed there.',
    }),
    readOnDevice: z.boolean().meta({
      description: 'The vectors of this upload were made on its owner’s device.',
    }),
    expiresAt: z.iso.datetime().nullable().meta({ description: 'When an upload will be forgotten.' }),
  })
  .meta({
    id: 'Reference',
    description: 'A picture, a part of one or a palette that the query starts from.',
  });

const strengthSchema = z
  .object({
    percentile: z.number().min(0).max(100).meta({
      description:
        'The share of pairs of works that are further apart than this hit is from the query, in %. It is no percentage of likeness.',
      example: 99.7,
    }),
    weak: z.boolean().meta({
      description:
        'Works taken at random are as often this close as works by one artist (style) or of one subject (content).',
    }),
  })
  .meta({
    id: 'Strength',
    description:
      'How close, held against the pairs of this collection, or against those of the pictures that the recipe was measured on while the collection is small.',
  });

export const hitSchema = z
  .object({
    rank: z.int().meta({ description: 'From 1, over all pages.' }),
    artwork: artworkSchema,
    score: z.number().meta({
      description:
        'Σ weight · cosine; of a search by one style, the mean with the cosines to its nearest works. Good for order only: it is no percentage.',
    }),
    cosines: z
      .partialRecord(kind, z.number())
      .meta({ description: 'Unweighted, per kind, for explanation.' }),
    strength: strengthSchema.nullable().meta({
      description:
        'Of a blend the weakest of its kinds. Null for blends against a picture or of several pictures in one kind, and where nothing was measured.',
    }),
    duplicateOf: z.string().nullable().meta({
      description: 'The reference or the hit above on this page that shows the same picture.',
    }),
  })
  .meta({ id: 'Hit' });

export const searchResultSchema = z
  .object({
    query: z.object({
      terms: z.array(termSchema),
      text: z.string().nullable(),
      sort: z.enum(searchSorts),
      years: z
        .object({ from: z.int().nullable(), to: z.int().nullable() })
        .nullable()
        .meta({ description: 'Null: of any time, and with or without a date.' }),
      facets: z.partialRecord(z.enum(facetNames), z.array(z.string())),
    }),
    references: z.array(referenceSchema),
    hits: z.array(hitSchema),
    total: z.int().meta({ description: 'Works that the filter leaves, without the references.' }),
    page: z.int(),
    pages: z.int(),
    facets: facetsSchema.nullable(),
    network: networkSchema,
    links: pagingLinksSchema.extend({
      page: address.meta({ description: 'The same search as a web page.' }),
    }),
  })
  .meta({ id: 'SearchResult' });

export const vectorResultSchema = searchResultSchema
  .pick({ hits: true, total: true, network: true })
  .meta({ id: 'VectorResult' });

export const uploadResultSchema = searchResultSchema
  .extend({
    upload: z.object({
      id: z.string().meta({
        description: 'Whoever knows it can search with the picture.',
        example: 'q_4fT0pQz7Yk2LmN8sVbX1aC',
      }),
      url: address.meta({ description: 'The result page, to share.' }),
      expiresAt: z.iso.datetime().meta({ description: 'Then the picture is deleted.' }),
      photograph: z.object({ id: z.string(), url: address }).nullable().meta({
        description:
          'If a painting was found in the picture, the upload is that painting alone, straightened, and this is the whole picture.',
      }),
    }),
  })
  .meta({ id: 'UploadResult' });
