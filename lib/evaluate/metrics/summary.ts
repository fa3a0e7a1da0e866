import { bootstrapInterval, type Interval } from './bootstrap';
import { mean } from './metrics';
import { metricNames, type MetricName, type QueryResult } from './retrieval';

export interface ClassSummary {
  readonly label: string;
  readonly queries: number;
  readonly precision_at_1: number;
  readonly map_at_10: number;
}

export interface Summary {
  readonly queries: number;
  readonly classes: number;
  /** Precision of a blind guess, the mean over queries. */
  readonly chance: number;
  /** Means over queries. */
  readonly metrics: Readonly<Record<MetricName, number>>;
  /** 95 % bootstrap intervals of those means; whole groups are resampled, see `bootstrapInterval`. */
  readonly intervals: Readonly<Record<MetricName, Interval>>;
  /** Means over classes of the means within each: large classes count no more than small ones. */
  readonly per_class_mean: Readonly<Record<MetricName, number>>;
  /** By number of queries, most first. */
  readonly per_class: readonly ClassSummary[];
}

/**
 * @param groups for each result the group that is resampled as a whole (its artist); default its label
 */
export function summarise(results: readonly QueryResult[], groups?: readonly string[]): Summary {
  const resampled = groups ?? results.map(({ label }) => label);
  const byClass = groupedByLabel(results);
  const meanOf = (chosen: readonly QueryResult[], name: MetricName) =>
    mean(chosen.map(({ scores }) => scores[name]));
  const perMetric = <T>(value: (name: MetricName) => T) =>
    Object.fromEntries(metricNames.map((name) => [name, value(name)])) as Record<MetricName, T>;
  const classes = [...byClass].sort(
    ([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1),
  );
  return {
    queries: results.length,
    classes: classes.length,
    chance: mean(results.map(({ chance }) => chance)),
    metrics: perMetric((name) => meanOf(results, name)),
    intervals: perMetric((name) =>
      bootstrapInterval(
        results.map(({ scores }) => scores[name]),
        { groups: resampled, resamples: 1000 },
      ),
    ),
    per_class_mean: perMetric((name) => mean(classes.map(([, own]) => meanOf(own, name)))),
    per_class: classes.map(([label, own]) => ({
      label,
      queries: own.length,
      precision_at_1: meanOf(own, 'precision_at_1'),
      map_at_10: meanOf(own, 'map_at_10'),
    })),
  };
}

function groupedByLabel(results: readonly QueryResult[]): Map<string, QueryResult[]> {
  const groups = new Map<string, QueryResult[]>();
  for (const result of results) {
    const own = groups.get(result.label);
    if (own) own.push(result);
    else groups.set(result.label, [result]);
  }
  return groups;
}

export interface Confusion {
  readonly labels: readonly string[];
  /** [query's label][hit's label] share of the query label's first ten hits, rows sum to 1. */
  readonly shares: readonly (readonly number[])[];
}

/** Which labels are taken for which: of the first ten hits of a label's queries, how many carry each label. */
export function confusion(
  queries: readonly { readonly label: string; readonly hits: readonly string[] }[],
): Confusion {
  const labels = [...new Set(queries.map(({ label }) => label))].sort();
  const shares = labels.map((own) => {
    const hits = queries.filter(({ label }) => label === own).flatMap((query) => query.hits);
    return labels.map((other) => hits.filter((label) => label === other).length / Math.max(1, hits.length));
  });
  return { labels, shares };
}
