import { z } from 'zod';
import { type ZodOpenApiPathsObject } from 'zod-openapi';
import { healthSchema, readinessSchema } from './health.schema';
import { always, answers, problem, retryAfterHeader, unauthenticated, unchanged } from './openapi-responses';

/** The part of the contract for those who run the site. */
export const operationsPaths = {
  '/api/health': {
    get: {
      operationId: 'health',
      tags: ['Operations'],
      summary: 'Ask whether this server answers',
      description: 'Asks no other part: for a supervisor that restarts a server that does not answer.',
      responses: { 200: answers('It does.', healthSchema), 304: unchanged, ...always },
    },
  },
  '/api/ready': {
    get: {
      operationId: 'ready',
      tags: ['Operations'],
      summary: 'Ask whether this server can serve',
      description:
        'Asks Postgres, the search index, the workers and the network, each for two seconds at most: for whatever sends visitors to servers.',
      responses: {
        200: answers('It can; parts that are degraded are named.', readinessSchema),
        304: unchanged,
        503: answers('It cannot.', readinessSchema, retryAfterHeader),
        ...always,
      },
    },
  },
  '/api/metrics': {
    get: {
      operationId: 'metrics',
      tags: ['Operations'],
      summary: 'Scrape metrics',
      description: 'What this server process counts, in the text format of Prometheus.',
      security: [{ metricsToken: [] }],
      responses: {
        200: { description: 'Every metric.', content: { 'text/plain': { schema: z.string() } } },
        401: unauthenticated,
        404: problem('METRICS_TOKEN is not set, so there are no metrics for anybody.'),
        ...always,
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'openapi',
      tags: ['Operations'],
      summary: 'Get this description',
      description: 'The API as an OpenAPI 3.1 document, for programs and generators of clients.',
      responses: {
        200: answers('The document.', z.looseObject({ openapi: z.string() })),
        304: unchanged,
        ...always,
      },
    },
  },
} satisfies ZodOpenApiPathsObject;
