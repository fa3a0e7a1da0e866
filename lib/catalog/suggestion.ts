/** What a field may be filled in with. */
export interface Suggestion {
  readonly value: string;
  /** How many works have it. */
  readonly works: number;
  /** Of a maker: what tells the record from others of this name. */
  readonly maker?: Readonly<Record<'birthYear' | 'deathYear' | 'wikidataId' | 'ulanId', string>>;
}
