import { Problem } from '@/lib/platform/problem';

/** Something that a person named and a source does not have. */
export function noSuch(what: string, given: string, known: readonly string[]): Problem {
  return new Problem('invalid-request', `There is no ${what} "${given}". There are: ${known.join(', ')}.`);
}
