/** How a work is related to a maker who did not certainly make it, as catalogues of museums say it. */
export const makerQualifiers = [
  'attributed-to',
  'possibly',
  'workshop-of',
  'circle-of',
  'follower-of',
  'manner-of',
  'after',
  'unknown',
] as const;
export type MakerQualifier = (typeof makerQualifiers)[number];

/** A person, workshop or school that works are by. */
export interface MakerDetails {
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Negative before the common era. */
  readonly birthYear: number | null;
  readonly deathYear: number | null;
  readonly nationality: string | null;
  /** `Q5598` */
  readonly wikidataId: string | null;
  /** Of the Union List of Artist Names: `500011051`. */
  readonly ulanId: string | null;
}

/** A maker of one work. */
export interface MakerCredit extends MakerDetails {
  /** "painter", "publisher". */
  readonly role: string | null;
  /** Null: by this maker. `unknown`: the name describes an unknown maker, "French, 18th century". */
  readonly qualifier: MakerQualifier | null;
  /** The name in the reader's language, if it is another: `inLanguage`. */
  readonly shownName?: string;
}

/** The makers to whom a work is given: not those it was made after, or around whom. */
export function isGivenTo({ qualifier }: Pick<MakerCredit, 'qualifier'>): boolean {
  return qualifier === null || qualifier === 'attributed-to' || qualifier === 'possibly';
}

/** As an index knows its makers: a facet's values. */
export function givenNames(makers: readonly Pick<MakerCredit, 'name' | 'qualifier'>[]): readonly string[] {
  return [...new Set(makers.filter(isGivenTo).map(({ name }) => name))];
}
