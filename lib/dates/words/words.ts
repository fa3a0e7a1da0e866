/** What a word does in a date. */
export type Role =
  | 'circa'
  | 'before'
  | 'until'
  | 'after'
  | 'since'
  | 'between'
  | 'and'
  | 'to'
  | 'century'
  | 'millennium'
  | 'decade'
  | 'bce'
  | 'ce'
  | 'hijri'
  | 'early'
  | 'middle'
  | 'late'
  | 'half'
  | 'third'
  | 'quarter'
  | 'last'
  | 'dynasty'
  | 'year'
  | 'month'
  | 'day'
  | 'undated'
  /** What follows is not when the work was made: printed, reworked, cast. */
  | 'later';

/** The words of one language by role, separated by `|`. Case, accents, dots and blanks between letters do not count. */
export interface Words {
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  /** Ordinal numbers in words, as `first|1st…`; the first is 1. Several ways to write one are separated by `,`. */
  readonly ordinals?: string;
  /** Centuries with a name of their own: `ottocento` is the 19th. */
  readonly centuries?: Readonly<Record<string, number>>;
}
