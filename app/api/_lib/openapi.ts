import { z } from 'zod';
import { createDocument, type CreateDocumentOptions } from 'zod-openapi';
import { pictureIdPattern } from '@/lib/catalog/picture-id';
import { artworkListSchema, artworkSchema, lightBoxSchema } from './artwork.schema';
import { embeddingPaths } from './openapi-embedding';
import { operationsPaths } from './openapi-operations';
import {
  always,
  answers,
  answersAs,
  badRequest,
  conflict,
  forbidden,
  gone,
  location,
  nextPage,
  notFound,
  problem,
  rateLimitHeaders,
  retryAfterHeader,
  tooSlow,
  unauthenticated,
  unavailable,
  unchanged,
} from './openapi-responses';
import {
  lightBoxParameters,
  listParameters,
  listRepresentations,
  searchParameters,
  similarParameters,
  uploadParameters,
  workParameters,
  workRepresentations,
} from './parameters';
import { searchResultSchema, uploadResultSchema, vectorResultSchema } from './search.schema';
import { suggestionParameters, suggestionsSchema } from './suggestions.schema';
import { formBody, jsonBody, newArtworkForm, newArtworkJson, picture } from './upload-bodies.schema';
import { vectorsBody } from './vectors.schema';

const id = z.object({
  id: z
    .string()
    .regex(new RegExp(`^${pictureIdPattern}$`))
    .meta({ description: 'Of a work.', example: 'k3v9q2mwta' }),
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
          'Finds paintings by how they are painted. Every result is also a web page, at the address in its links. Addresses are relative to the site. Errors are problem details (RFC 9457). A method that an address does not have gets 405 with Allow. Pages of any site may call every operation; none takes cookies. Operations that change the collection need an API token: Authorization: Bearer <token>.',
        contact: { name: 'The operators of this site' },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This site' }],
      // No token is needed, except for the operations that say so.
      security: [],
      tags: [
        { name: 'Collection', description: 'The works and what is known about them.' },
        { name: 'Search', description: 'Works that are like a picture, in style, content or colours.' },
        { name: 'Operations', description: 'For those who run the site.' },
      ],
      components: {
        securitySchemes: {
          apiToken: {
            type: 'http',
            scheme: 'bearer',
            description:
              'An API token with the scopes that the operation names. Administrators make tokens at /admin/tokens.',
          },
          metricsToken: { type: 'http', scheme: 'bearer', description: 'The setting METRICS_TOKEN.' },
        },
      },
      paths: {
        '/api/v1/artworks': {
          get: {
            operationId: 'listArtworks',
            tags: ['Collection'],
            summary: 'List the collection',
            description:
              'One page of works, narrowed by words and facets, with the facets that are left. With a token that has the scope works:read, works that are not public too.',
            security: [{}, { apiToken: ['works:read'] }],
            requestParams: { query: listParameters },
            responses: {
              200: answersAs('One page of works.', artworkListSchema, listRepresentations, nextPage),
              304: unchanged,
              400: badRequest,
              401: unauthenticated,
              503: unavailable,
              ...always,
            },
          },
          post: {
            operationId: 'addArtwork',
            tags: ['Collection'],
            summary: 'Add a work',
            description:
              'Its picture and what is known about it, as a form or as JSON with the picture in base64. The work is `pending` until its features are found, usually within seconds. Needs a token with the scope works:write.',
            security: [{ apiToken: ['works:write'] }],
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': { schema: newArtworkForm },
                'application/json': { schema: newArtworkJson },
              },
            },
            responses: {
              201: answers('The work.', artworkSchema, { Location: location }),
              400: badRequest,
              401: unauthenticated,
              403: forbidden,
              408: tooSlow,
              409: problem('This very picture is in the collection already; `artworkId` names its work.'),
              413: problem('The picture has more bytes or pixels than is allowed.'),
              415: problem('Not a picture of an accepted kind.'),
              422: problem('The picture is damaged.'),
              503: unavailable,
              ...always,
            },
          },
        },
        '/api/v1/artworks/{id}': {
          get: {
            operationId: 'getArtwork',
            tags: ['Collection'],
            summary: 'Get one work',
            description: 'What is known about the work, and where copies of its picture are.',
            security: [{}, { apiToken: ['works:read'] }],
            requestParams: { path: id, query: workParameters },
            responses: {
              200: answersAs('The work.', artworkSchema, workRepresentations),
              304: unchanged,
              400: badRequest,
              401: unauthenticated,
              404: notFound,
              410: gone,
              503: unavailable,
              ...always,
            },
          },
        },
        '/api/v1/artworks/{id}/similar': {
          get: {
            operationId: 'similarArtworks',
            tags: ['Search'],
            summary: 'Find works like one work',
            description:
              'The nearest works by style, content or colours, best first, without the work itself.',
            requestParams: { path: id, query: similarParameters },
            responses: {
              200: answersAs('The nearest works.', searchResultSchema, listRepresentations, nextPage),
              304: unchanged,
              400: badRequest,
              404: notFound,
              409: conflict,
              410: gone,
              503: unavailable,
              ...always,
            },
          },
        },
        '/api/v1/lightbox': {
          get: {
            operationId: 'lightBox',
            tags: ['Collection'],
            summary: 'Get a light box',
            description:
              'Works by their ids, in their order: the light box at /lightbox with the same parameter. Works that are not shown any more are left out.',
            requestParams: { query: lightBoxParameters },
            responses: {
              200: answersAs('The works.', lightBoxSchema, listRepresentations),
              304: unchanged,
              400: badRequest,
              503: unavailable,
              ...always,
            },
          },
        },
        '/api/v1/search': {
          get: {
            operationId: 'search',
            tags: ['Search'],
            summary: 'Search with works or uploads, or a blend',
            description:
              'Works are ordered by their score: Σ weight · cosine over the pictures given. Without a picture all works that the filter leaves have the score 0.',
            requestParams: { query: searchParameters },
            responses: {
              200: answersAs('One page of hits.', searchResultSchema, listRepresentations, nextPage),
              304: unchanged,
              400: badRequest,
              404: notFound,
              409: conflict,
              410: gone,
              503: unavailable,
              ...always,
            },
          },
          post: {
            operationId: 'searchByPicture',
            tags: ['Search'],
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
              201: answers('The hits, and the id of the picture.', uploadResultSchema, {
                Location: location,
                ...rateLimitHeaders,
              }),
              400: badRequest,
              408: tooSlow,
              409: conflict,
              413: problem('The upload has more bytes or pixels than is allowed.'),
              415: problem('Not a picture of an accepted kind.'),
              422: problem('The picture is damaged.'),
              429: problem('Too many uploads.', { ...retryAfterHeader, ...rateLimitHeaders }),
              503: unavailable,
              ...always,
            },
          },
        },
        '/api/v1/search/vectors': {
          post: {
            operationId: 'searchByVectors',
            tags: ['Search'],
            summary: 'Search with vectors of your own',
            description:
              'For pictures that were embedded elsewhere, as the site’s own pages do on a visitor’s device: by the same network, and so in the same space, as the works. Nothing is kept.',
            requestBody: { required: true, content: { 'application/json': { schema: vectorsBody } } },
            responses: {
              200: answers('The nearest works, best first.', vectorResultSchema, rateLimitHeaders),
              400: badRequest,
              408: tooSlow,
              409: problem('A vector lies in a space that is not live: the answer names those that are.'),
              413: problem('The body is larger than is allowed.'),
              429: problem('Too many searches.', { ...retryAfterHeader, ...rateLimitHeaders }),
              503: unavailable,
              ...always,
            },
          },
        },
        '/api/v1/suggestions': {
          get: {
            operationId: 'suggest',
            tags: ['Search'],
            summary: 'Suggest what is being typed',
            description:
              'Artists, movements, subjects and titles that a text may become, in spite of small misspellings. An answer may be kept for a minute.',
            requestParams: { query: suggestionParameters },
            responses: {
              200: answers('The best fitting first.', suggestionsSchema, rateLimitHeaders),
              304: unchanged,
              400: badRequest,
              429: problem('Too many requests.', { ...retryAfterHeader, ...rateLimitHeaders }),
              503: unavailable,
              ...always,
            },
          },
        },
        ...embeddingPaths,
        ...operationsPaths,
      },
    },
    { override },
  );
}
