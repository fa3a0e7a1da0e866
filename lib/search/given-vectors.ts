import { z } from 'zod';
import { Problem } from '@/lib/platform/problem';
import { toUnitLength } from '@/lib/vision/descriptor';
import { embeddingKinds } from '@/lib/vision/embedding';
import { type LiveNetwork } from './live-network';
import { termsMax } from './question/term';
import { type IndexTerm } from './search-index';

/** More numbers than any space has; how many exactly is the space's affair. */
const valuesMax = 4096;
/** How far from 1 a vector's length may be: what rounding to six digits costs, and not more. */
const lengthTolerance = 1e-3;

/** A vector that somebody else says was measured of a picture. */
export const givenVectorSchema = z.strictObject({
  space: z.string().min(1).max(64).meta({
    description: 'The live space that it lies in, as in `network.spaces` of every result.',
    example: 'style-9f2c41d07be8a635',
  }),
  vector: z.array(z.number()).min(1).max(valuesMax).meta({
    description: 'As many numbers as the space has dimensions; of length 1.',
  }),
});

export const vectorTermSchema = givenVectorSchema.extend({
  weight: z
    .number()
    .min(-1)
    .max(1)
    .refine((weight) => weight !== 0, 'must not be 0')
    .default(1)
    .meta({ description: 'A negative one leads away.', not: { const: 0 } }),
});

export const vectorTermsSchema = z.array(vectorTermSchema).min(1).max(termsMax);

export type VectorTerm = z.output<typeof vectorTermSchema>;

/**
 * Checks vectors as what they are, a stranger's claim: each must lie in a space that is live, have as many numbers as
 * it has dimensions, all of them finite, and be of length 1 (± 0.001). Returns them as exact unit vectors.
 * @throws Problem `conflict` for a space that is not live, naming the network in service; `invalid-request` else.
 * Both name the term by its place, from 1, and what is allowed.
 */
export function checkVectors(
  terms: readonly VectorTerm[],
  { name, recipe, spaces }: LiveNetwork,
): readonly IndexTerm[] {
  return terms.map(({ space: spaceId, vector: values, weight }, i) => {
    const kind = embeddingKinds.find((one) => spaces[one]?.id === spaceId);
    const space = kind && spaces[kind];
    if (!space) {
      const live = Object.values(spaces).map(({ id }) => id);
      throw new Problem(
        'conflict',
        `Vector ${i + 1} lies in the space "${spaceId}", which is not live. ${
          name === null
            ? 'No work has been embedded yet.'
            : `In service is the network ${name}, recipe ${recipe ?? 'unknown'}: ${live.join(', ')}. Read the picture again, or send it.`
        }`,
        { term: i + 1, network: name, recipe, spaces: live },
      );
    }
    const refuse = (what: string, allowed: string) =>
      new Problem('invalid-request', `Vector ${i + 1}: got ${what}; allowed is ${allowed}.`, {
        term: i + 1,
        space: spaceId,
        dimensions: space.dimensions,
      });
    if (values.length !== space.dimensions)
      throw refuse(`${values.length} numbers`, `${space.dimensions}, as ${spaceId} has dimensions`);
    const vector = Float32Array.from(values);
    if (!vector.every(Number.isFinite)) throw refuse('a number that is not finite', 'finite numbers');
    const length = Math.hypot(...vector);
    if (!(Math.abs(length - 1) <= lengthTolerance))
      throw refuse(`a vector of length ${length.toPrecision(5)}`, 'a length of 1, give or take 0.001');
    return { kind, spaceId, vector: toUnitLength(vector), weight };
  });
}
