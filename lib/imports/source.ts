import { type Pace } from '@/lib/platform/fetch/pace';
import { type Validators } from '@/lib/platform/fetch/web-request';
import { type SourceClient } from './source-client';
import { type SourceItem } from './record';
import { type SourceName } from './source-names';

/** How a person narrows down what is brought in. Each source says which of these it understands. */
export const choices = ['query', 'department', 'type', 'set', 'prefix', 'address'] as const;
export type Choice = (typeof choices)[number];

export type ImportChoice = Partial<Record<Choice, string>> & {
  /** Only works whose picture may be reused without asking. A source may filter by it; all are checked again. */
  readonly openOnly: boolean;
};

export interface SourcePage {
  readonly items: readonly SourceItem[];
  /** Where the next page begins, as text that is kept over a restart; null after the last. */
  readonly next: string | null;
  /** How many works there are in all, as far as the source says. */
  readonly total: number | null;
}

export type ReadResult =
  | { readonly kind: 'unchanged' }
  | { readonly item: SourceItem; readonly kind: 'read'; readonly validators: Validators };

/** A museum or a standard. Its file turns answers into {@link SourceItem}s; all else is shared. */
export interface Source {
  /** What a person types: `met`. */
  readonly name: SourceName;
  /** "The Metropolitan Museum of Art" */
  readonly title: string;
  readonly choices: readonly Choice[];
  /** What a choice may look like: "European Paintings". */
  readonly examples?: Partial<Readonly<Record<Choice, string>>>;
  /** Of these one must be given. */
  readonly needs?: readonly Choice[];
  /** By host, where it wants to be asked more slowly than others. */
  readonly paces?: Readonly<Record<string, Pace>>;
  /** Whether it wants to know whom to write to. */
  readonly needsContact?: boolean;
  /**
   * One page of a list.
   *
   * @param cursor of an earlier page; null: the first page
   * @throws Problem if the source cannot be asked or answers in another form
   */
  list(choice: ImportChoice, cursor: string | null, client: SourceClient): Promise<SourcePage>;
  /** Reads one work whose list gave its id alone. @param known of the answer that was brought in before */
  read?(id: string, client: SourceClient, known: Validators | null): Promise<ReadResult>;
}
