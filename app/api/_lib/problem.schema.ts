import { z } from 'zod';
import 'zod-openapi';

/** RFC 9457, as `lib/platform/problem-details.ts` writes it. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ example: 'urn:gafu:problem:not-found' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What was wrong, with which value, and what is allowed.' }),
    code: z.string().optional().meta({
      description: 'Names the problem more exactly than its type, if several share one.',
      example: 'file-too-large',
    }),
    instance: z.string().optional(),
    requestId: z.string().optional().meta({ description: 'As in X-Request-Id: what to quote in a report.' }),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457.' });
