import type { Embedding } from '@/lib/vision/embedding';
import { averagePrecisionAt, meanPrecisionAt, ndcgAt, precisionAt, recallAt } from './metrics';
import { rankAll, type PairFilter, type Ranking } from './rank-all';

/** The scores that every query gets, under the names that `--json` and the committed results use. */
export const metricNames = [
  'precision_at_1',
  'precision_at_5',
  'precision_at_10',
  'map_at_10',
  'map_at_100',
  'average_precision_at_10',
  'recall_at_1',
  'recall_at_10',
  'recall_at_100',
  'ndcg_at_10',
] as const;
export type MetricName = (typeof metricNames)[number];

export interface QueryResult {
  /** Index of the query among the pictures. */
  readonly query: number;
  readonly label: string;
  /** How many of the other pictures share its label. */
  readonly relevantCount: number;
  /** `relevantCount` as a share of the candidates: what a blind guess scores in precision. */
  readonly chance: number;
  readonly scores: Readonly<Record<MetricName, number>>;
  /** Indices of the first ten hits, best first. */
  readonly hits: readonly number[];
  /** Which of them are right. */
  readonly right: readonly boolean[];
}

const depth = 100;

/**
 * Leave-one-out retrieval among the given pictures, judged by one label. A picture without a label is neither
 * query nor candidate; one whose label no other candidate has cannot be answered and is a candidate only.
 */
export function retrieve(
  embeddings: readonly Embedding[],
  labels: readonly string[],
  allowed: PairFilter = () => true,
  isQuery: (query: number) => boolean = () => true,
  queries: readonly Embedding[] = embeddings,
  ranking: Ranking = 'cosine',
): QueryResult[] {
  const counts = (query: number, candidate: number) => labels[candidate] !== '' && allowed(query, candidate);
  const rankings = rankAll(embeddings, {
    depth,
    queries,
    ranking,
    allowed: counts,
    isQuery: (query) => labels[query] !== '' && isQuery(query),
  });
  return rankings.flatMap((ranking, query) => {
    const label = labels[query] ?? '';
    if (label === '' || !isQuery(query)) return [];
    let candidates = 0;
    let relevantCount = 0;
    for (let other = 0; other < labels.length; other++) {
      if (other === query || !counts(query, other)) continue;
      candidates++;
      if (labels[other] === label) relevantCount++;
    }
    if (relevantCount === 0) return [];
    const relevant = ranking.map((candidate) => labels[candidate] === label);
    const chance = relevantCount / candidates;
    return [
      {
        query,
        label,
        relevantCount,
        chance,
        scores: scoresOf(relevant, relevantCount),
        hits: ranking.slice(0, 10),
        right: relevant.slice(0, 10),
      },
    ];
  });
}

function scoresOf(relevant: readonly boolean[], relevantCount: number): Record<MetricName, number> {
  return {
    precision_at_1: precisionAt(relevant, 1),
    precision_at_5: precisionAt(relevant, 5),
    precision_at_10: precisionAt(relevant, 10),
    map_at_10: meanPrecisionAt(relevant, 10),
    map_at_100: meanPrecisionAt(relevant, 100),
    average_precision_at_10: averagePrecisionAt(relevant, 10, relevantCount),
    recall_at_1: recallAt(relevant, 1),
    recall_at_10: recallAt(relevant, 10),
    recall_at_100: recallAt(relevant, 100),
    ndcg_at_10: ndcgAt(relevant, 10, relevantCount),
  };
}
