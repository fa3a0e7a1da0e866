import { z } from 'zod';
import { type ZodOpenApiResponseObject } from 'zod-openapi';
import { problemSchema } from './problem.schema';
import { type Representation, representations } from './representation';

const requestId = z.string().meta({
  description: 'The id that the request brought, if it was well-formed, else a new one.',
  example: '3f0c2c1e-7d5b-4a53-9a0e-6f1d2b8c4e77',
});
const headers = {
  'X-Request-Id': requestId,
  'Server-Timing': z
    .string()
    .optional()
    .meta({ description: 'What each stage took, in ms.', example: 'references;dur=3.1, index;dur=8.4' }),
  ETag: z.string().meta({ description: 'Send it as If-None-Match to learn whether the answer has changed.' }),
};

/** Of a list that has a next page. */
export const nextPage = {
  Link: z.string().optional().meta({
    description: 'The next page in the same form, if there is one (RFC 8288).',
    example: '</api/v1/artworks?page=2>; rel="next"',
  }),
};

const retryAfter = z.int().min(0).meta({ description: 'Seconds to wait before the next try.', example: 5 });

/** How far the client is within its limits (draft-ietf-httpapi-ratelimit-headers-10). */
export const rateLimitHeaders = {
  'RateLimit-Policy': z.string().optional().meta({
    description: 'Each limit that the request counted against: how many (q) in how many seconds (w).',
    example: '"uploads";q=60;w=60',
  }),
  RateLimit: z.string().optional().meta({
    description: 'How many are left (r), and in how many seconds there are all again (t).',
    example: '"uploads";r=57;t=42',
  }),
};

/** An answer in JSON. */
export function answers(
  description: string,
  schema: z.ZodType,
  more: Readonly<Record<string, z.ZodType>> = {},
): ZodOpenApiResponseObject {
  return {
    description,
    headers: z.object({ ...headers, ...more }),
    content: { 'application/json': { schema } },
  };
}

/** An answer in JSON, or as the client asks (`as`, Accept). */
export function answersAs(
  description: string,
  schema: z.ZodType,
  offered: readonly Representation[],
  more: Readonly<Record<string, z.ZodType>> = {},
): ZodOpenApiResponseObject {
  const others = offered.filter((one) => one !== 'json').map((one) => representations[one]);
  const content = others.map((type) => [
    type,
    {
      schema: type.includes('csl')
        ? z.array(z.looseObject({}))
        : type.includes('json')
          ? z.looseObject({})
          : z.string(),
    },
  ]);
  const answer = answers(description, schema, more);
  return { ...answer, content: { ...answer.content, ...Object.fromEntries(content) } };
}

/** Problem details (RFC 9457). */
export function problem(
  description: string,
  more: Readonly<Record<string, z.ZodType>> = {},
): ZodOpenApiResponseObject {
  return {
    description,
    headers: z.object({ 'X-Request-Id': requestId, ...more }),
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}

export const unchanged: ZodOpenApiResponseObject = {
  description: 'The answer is still the one whose ETag was sent as If-None-Match.',
  headers: z.object(headers),
};

/** What every operation can answer. */
export const always = {
  431: {
    description: 'The headers are larger than 16 KB. Answered before the request is read, without a body.',
  },
  500: problem('A defect of the site. It has been logged under the request’s id.'),
} satisfies Record<number, ZodOpenApiResponseObject>;

export const location = z.string().meta({ format: 'uri-reference', description: 'The result page.' });

export const retryAfterHeader = { 'Retry-After': retryAfter };

export const tooSlow = problem(
  'The body arrived too slowly, or stopped arriving. The connection is closed.',
  rateLimitHeaders,
);

export const badRequest = problem(
  'A parameter or the body cannot be understood: the answer names what is wrong and what is allowed.',
);
const challenge = z.string().meta({ description: 'What to show, RFC 6750.', example: 'Bearer' });
export const unauthenticated = problem('The token is missing, mistyped, expired or revoked.', {
  'WWW-Authenticate': challenge,
});
export const forbidden = problem('The token lacks the scope that the operation needs.', {
  'WWW-Authenticate': challenge,
});
export const notFound = problem('There is no such work, upload or address.');
export const conflict = problem(
  'The picture has no features in the live space: they are still being extracted, or are of an earlier network.',
);
export const gone = problem('The uploaded picture has expired, or the work was withdrawn.');
export const unavailable = problem('A part of the site is unavailable.', retryAfterHeader);
