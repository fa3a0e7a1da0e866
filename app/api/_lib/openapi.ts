import { z } from 'zod';
import { createDocument, type CreateDocumentOptions, type ZodOpenApiResponseObject } from 'zod-openapi';
import { artworkListSchema, artworkSchema } from './artwork.schema';
import { healthSchema, readinessSchema } from './health.schema';
import { listParameters, searchParameters, similarParameters, uploadParameters } from './parameters';
import { problemSchema } from './problem.schema';
import { searchResultSchema, uploadResultSchema, vectorResultSchema } from './search.schema';
import { vectorsBody } from './vectors.schema';

const answers = (description: string, schema: z.ZodType): ZodOpenApiResponseObject => ({
  description,
  headers: z.object({
    'Server-Timing': z.string().optional().meta({ description: 'Milliseconds by stage.' }),
    'X-Request-Id': z.string().meta({ description: 'The one sent, if it was well-formed, else a new one.' }),
  }),
  content: { 'application/json': { schema } },
});

const problem = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const problems = {
  400: problem('A parameter cannot be understood: the answer names it, its value and what is allowed.'),
  404: problem('No such work, upload or address.'),
  409: problem('The picture has no features in the live space: not looked at yet, or by an earlier network.'),
  410: problem('The uploaded picture has expired.'),
  413: problem('The upload is larger than is allowed.'),
  415: problem('Not a picture of an accepted kind.'),
  422: problem('The picture is damaged.'),
  429: problem('Too many uploads; see Retry-After.'),
  503: problem('A part is resting; see Retry-After.'),
};
const { 400: badRequest, 404: notFound, 409: conflict, 410: gone, 503: resting } = problems;

const id = z.object({ id: z.string().meta({ description: 'Of a work.', example: 'k3v9q2mwta' }) });

const picture = z.string().meta({ format: 'binary', description: 'JPEG, PNG, WebP and more.' });
const formBody = uploadParameters.extend({ picture }).meta({ description: 'Parameters may come as fields.' });
const jsonBody = uploadParameters.extend({
  image: z.string().meta({ description: 'The picture in base64.' }),
});

/** Answers may gain members, so clients are not told that there are no others; nor of every integer's bounds. */
const override: CreateDocumentOptions['override'] = ({ jsonSchema, io }) => {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** The API as OpenAPI 3.1, made from the schemas that check it. The committed openapi.json is this. */
export function openapiDocument() {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Gafu',
        version: '1.0.0',
        description:
          'Finds paintings by how they are painted. Every result is also a web page, at the address in its links. Addresses are relative to the site. Errors are problem details (RFC 9457).',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This site' }],
      paths: {
        '/api/v1/artworks': {
          get: {
            operationId: 'listArtworks',
            summary: 'The collection',
            description: 'Words, facets, order, pages.',
            requestParams: { query: listParameters },
            responses: {
              200: answers('One page of works.', artworkListSchema),
              400: badRequest,
              503: resting,
            },
          },
        },
        '/api/v1/artworks/{id}': {
          get: {
            operationId: 'getArtwork',
            summary: 'One work',
            requestParams: { path: id },
            responses: { 200: answers('The work.', artworkSchema), 404: notFound, 503: resting },
          },
        },
        '/api/v1/artworks/{id}/similar': {
          get: {
            operationId: 'similarArtworks',
            summary: 'Works like one work',
            requestParams: { path: id, query: similarParameters },
            responses: {
              200: answers('The nearest works, best first, the work itself left out.', searchResultSchema),
              400: badRequest,
              404: notFound,
              409: conflict,
              503: resting,
            },
          },
        },
        '/api/v1/search': {
          get: {
            operationId: 'search',
            summary: 'Search with works or uploads, or a blend',
            description:
              'The score of a work is Σ weight · cosine over the pictures given; works are ordered by it.',
            requestParams: { query: searchParameters },
            responses: {
              200: answers('One page of hits.', searchResultSchema),
              400: badRequest,
              404: notFound,
              409: conflict,
              410: gone,
              503: resting,
            },
          },
          post: {
            operationId: 'searchByPicture',
            summary: 'Search with a picture of your own',
            description:
              'Send it as a form, as it is, or as base64 in JSON. It is kept under an unguessable id, which further searches may use, and deleted when the id expires.',
            requestParams: { query: uploadParameters },
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': { schema: formBody },
                'image/*': { schema: picture },
                'application/json': { schema: jsonBody },
              },
            },
            responses: {
              201: answers('The hits, and the id of the picture.', uploadResultSchema),
              ...problems,
            },
          },
        },
        '/api/v1/search/vectors': {
          post: {
            operationId: 'searchByVectors',
            summary: 'Search with vectors of your own',
            description:
              'For pictures that were read elsewhere, as the site’s own pages do on a visitor’s device: by the same network, and so in the same space, as the works were. Nothing is kept.',
            requestBody: { required: true, content: { 'application/json': { schema: vectorsBody } } },
            responses: {
              200: answers('The nearest works, best first.', vectorResultSchema),
              400: badRequest,
              409: problem('A vector lies in a space that is not live: the answer names those that are.'),
              413: problem('The body is larger than is allowed.'),
              429: problem('Too many searches; see Retry-After.'),
              503: resting,
            },
          },
        },
        '/api/health': {
          get: {
            operationId: 'health',
            summary: 'Does this server answer?',
            description: 'Asks no other part: for whoever restarts a server that hangs.',
            responses: { 200: answers('It does.', healthSchema) },
          },
        },
        '/api/ready': {
          get: {
            operationId: 'ready',
            summary: 'Does it work?',
            description:
              'Asks Postgres, the search index, the workers and the network, each for two seconds at most: for whoever sends visitors to servers.',
            responses: {
              200: answers('It serves; what is degraded is told.', readinessSchema),
              503: answers('It cannot serve; see Retry-After.', readinessSchema),
            },
          },
        },
      },
    },
    { override },
  );
}
