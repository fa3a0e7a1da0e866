import { Problem } from '@/lib/platform/problem';
import type { Embedding } from '@/lib/vision/embedding';
import type { Projection } from '@/lib/vision/projection';
import type { ListedPicture } from './pictures/listed-pictures';
import { nearDuplicates } from './pictures/same-hashes';
import type { PairFilter, Ranking } from './metrics/rank-all';
import { retrieve, type QueryResult } from './metrics/retrieval';
import { sourceFamily } from './pictures/source-family';
import { confusion, summarise, type Confusion, type Summary } from './metrics/summary';

/** Pictures that are searched among each other, embedded by one projection: a fold, or all of them. */
export interface Round {
  readonly pictures: readonly ListedPicture[];
  readonly embeddings: readonly Embedding[];
  /** What embedded them, where it was kept; null where nothing is reduced. */
  readonly projection?: Projection | null;
  /** What the pictures ask with, where it is not their embedding: see comparisons.ts. */
  readonly queries?: readonly Embedding[];
  /** `cosine` when left out. */
  readonly ranking?: Ranking;
  /** Whether a picture is a query; the others are candidates only. Default: all are. */
  readonly isQuery?: (index: number) => boolean;
}

/** A query's result with pictures instead of indices. */
export interface JudgedQuery extends QueryResult {
  readonly picture: ListedPicture;
  readonly hitPictures: readonly ListedPicture[];
}

export interface Evaluation {
  readonly all: Summary;
  /** Only pictures with `core` = 1, as queries and candidates; null without such a column. */
  readonly core: Summary | null;
  /** Only candidates from the query's own source family, and only from others; null without a `source` column. */
  readonly within_source: Summary | null;
  readonly across_sources: Summary | null;
  /** nDCG@10 with the movement as the label; null without such a column. */
  readonly ndcg_at_10_by_movement: number | null;
  readonly movement_confusion: Confusion | null;
  /** Pairs left out because they are the same picture twice. */
  readonly near_duplicate_pairs: number;
  readonly queries: readonly JudgedQuery[];
}

/**
 * Judges every round by a label column and pools the queries. Near-duplicates (column `phash`) of a query are left
 * out of its ranking. Intervals resample whole artists where there is such a column.
 * @param parts which of the further questions to ask where the manifest has the column
 * @throws Problem `invalid-request` when no query could be answered: fewer than two classes, or none with two pictures.
 */
export function evaluate(
  rounds: readonly Round[],
  label: string,
  parts: readonly ('core' | 'source' | 'movement')[] = ['core', 'source', 'movement'],
): Evaluation {
  const has = (column: 'core' | 'source' | 'movement') =>
    parts.includes(column) &&
    rounds.some(({ pictures }) => pictures.some(({ columns }) => (columns[column] ?? '') !== ''));
  const duplicates = rounds.map(({ pictures }) =>
    nearDuplicates(pictures.map(({ columns }) => columns.phash ?? '')),
  );
  const judge = (column: string, choose: Choice = {}) =>
    rounds.flatMap((round, index) => judgeRound(round, column, duplicates[index] ?? [], choose));
  const queries = judge(label);
  refuseTooFew(rounds, label, queries);
  const summary = (results: readonly JudgedQuery[]) =>
    results.length > 0
      ? summarise(
          results,
          results.map(({ picture, label: own }) => picture.columns.artist || own),
        )
      : null;
  const movement = has('movement') ? (label === 'movement' ? queries : judge('movement')) : null;
  return {
    all: summary(queries) ?? summarise([]),
    core: has('core') ? summary(judge(label, { picture: ({ columns }) => columns.core === '1' })) : null,
    within_source: has('source') ? summary(judge(label, { pair: (a, b) => family(a) === family(b) })) : null,
    across_sources: has('source') ? summary(judge(label, { pair: (a, b) => family(a) !== family(b) })) : null,
    ndcg_at_10_by_movement: movement && (summary(movement)?.metrics.ndcg_at_10 ?? null),
    movement_confusion:
      movement &&
      confusion(
        movement.map(({ label: own, hitPictures }) => ({
          label: own,
          hits: hitPictures.map(({ columns }) => columns.movement ?? ''),
        })),
      ),
    near_duplicate_pairs: new Set(
      rounds.flatMap(({ pictures }, round) => pairsOf(pictures, duplicates[round] ?? [])),
    ).size,
    queries,
  };
}

interface Choice {
  readonly picture?: (picture: ListedPicture) => boolean;
  readonly pair?: (query: ListedPicture, candidate: ListedPicture) => boolean;
}

function judgeRound(
  { pictures, embeddings, queries, ranking, isQuery }: Round,
  label: string,
  duplicates: readonly ReadonlySet<number>[],
  choice: Choice,
): JudgedQuery[] {
  const chosen = choice.picture ?? (() => true);
  const labels = pictures.map((picture) => (chosen(picture) ? (picture.columns[label] ?? '') : ''));
  const allowed: PairFilter = (query, candidate) => {
    if (duplicates[query]?.has(candidate)) return false;
    const [queried, offered] = [pictures[query], pictures[candidate]];
    return !choice.pair || (queried !== undefined && offered !== undefined && choice.pair(queried, offered));
  };
  return retrieve(embeddings, labels, allowed, isQuery, queries, ranking).flatMap((result) => {
    const picture = pictures[result.query];
    return picture
      ? [{ ...result, picture, hitPictures: result.hits.flatMap((hit) => pictures[hit] ?? []) }]
      : [];
  });
}

function family({ columns }: ListedPicture): string {
  return sourceFamily(columns.source ?? '');
}

function refuseTooFew(rounds: readonly Round[], label: string, queries: readonly JudgedQuery[]): void {
  const labels = new Set(
    rounds.flatMap(({ pictures }) =>
      pictures.map(({ columns }) => columns[label] ?? '').filter((value) => value !== ''),
    ),
  );
  if (labels.size < 2) {
    throw new Problem(
      'invalid-request',
      `The column "${label}" holds ${labels.size === 1 ? `only "${[...labels][0]}"` : 'nothing'}. Evaluating needs at least two different labels.`,
    );
  }
  if (queries.length === 0) {
    throw new Problem(
      'invalid-request',
      `No two pictures that are searched together share a value in the column "${label}", so no query has a right answer. Give more pictures a label, or use fewer folds.`,
    );
  }
}

function pairsOf(pictures: readonly ListedPicture[], duplicates: readonly ReadonlySet<number>[]): string[] {
  return duplicates.flatMap((own, a) =>
    [...own].filter((b) => b > a).map((b) => `${pictures[a]?.file ?? ''} ${pictures[b]?.file ?? ''}`),
  );
}
