import { z } from 'zod';
import 'zod-openapi';
import { vectorTermsSchema } from '@/lib/search/given-vectors';
import { limit } from './parameters';

/** Eight vectors of any space there is, with room for the way numbers are written. */
export const vectorsBytesMax = 256 * 1024;

export const vectorsBody = z.strictObject({ terms: vectorTermsSchema, limit }).meta({
  description: 'One vector, or several to be blended, and how many hits.',
});
