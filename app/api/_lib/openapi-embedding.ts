import { z } from 'zod';
import { type ZodOpenApiPathsObject } from 'zod-openapi';
import { always, answers, badRequest, gone, notFound, unavailable, unchanged } from './openapi-responses';

const pixels = z.coerce.number().int().min(1).max(10_000).optional();

export const oembedParameters = z.object({
  url: z.string().max(2000).meta({ description: 'Of a work’s page on this site.' }),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: pixels.meta({ description: 'How wide the frame may be, in pixels.' }),
  maxheight: pixels.meta({ description: 'How high the frame may be, in pixels.' }),
});

const embedding = answers(
  'How to show it.',
  z.looseObject({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    html: z.string().meta({ description: 'A frame with the work and works like it.' }),
    width: z.int(),
    height: z.int(),
    thumbnail_url: z.url(),
  }),
);

/** The part of the contract for pages that embed works. */
export const embeddingPaths = {
  '/api/oembed': {
    get: {
      operationId: 'oembed',
      tags: ['Collection'],
      summary: 'Embed a work',
      description:
        'What to show on another page for the address of a work (oEmbed 1.0, type rich). Pages of works name this address as their oEmbed provider.',
      requestParams: { query: oembedParameters },
      responses: {
        200: { ...embedding, content: { ...embedding.content, 'text/xml': { schema: z.string() } } },
        304: unchanged,
        400: badRequest,
        404: notFound,
        410: gone,
        503: unavailable,
        ...always,
      },
    },
  },
} satisfies ZodOpenApiPathsObject;
