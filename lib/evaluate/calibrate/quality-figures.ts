import { type Evaluation } from '../evaluation';
import { type Estimate, type Quality, type QualityFigures } from '@/lib/quality/quality';
import { type MetricName } from '../metrics/retrieval';
import { type ClassSummary, type Summary } from '../metrics/summary';

/** One recipe's figures by one label, as they are published. */
export function figuresOf(
  recipe: string,
  label: QualityFigures['label'],
  { all }: Pick<Evaluation, 'all'>,
): QualityFigures {
  const { queries, classes, chance, per_class_mean } = all;
  return {
    recipe,
    label,
    queries,
    classes,
    chance,
    precision_at_1: estimate(all, 'precision_at_1'),
    map_at_10: estimate(all, 'map_at_10'),
    map_at_10_class_mean: per_class_mean.map_at_10,
  };
}

function estimate({ metrics, intervals }: Summary, name: MetricName): Estimate {
  return { value: metrics[name], ...intervals[name] };
}

/** Within the query's own source and across sources; null where the manifest names none. */
export function sourcesOf({ within_source, across_sources }: Evaluation): Quality['sources'] {
  if (within_source === null || across_sources === null) return null;
  const subset = ({ queries, chance, metrics }: Summary) => ({
    queries,
    chance,
    map_at_10: metrics.map_at_10,
  });
  return { within: subset(within_source), across: subset(across_sources) };
}

const worksSteps = [2, 6, 16, 51] as const;

/** Mean mAP@10 of artists by how many of their works are queries: 2–5, 6–15, 16–50, 51 and more. */
export function byWorks(artists: readonly ClassSummary[]): Quality['by_works'] {
  return worksSteps.flatMap((from, step) => {
    const next = worksSteps[step + 1];
    const own = artists.filter(({ queries }) => queries >= from && queries < (next ?? Infinity));
    if (own.length === 0) return [];
    const map_at_10 = own.reduce((sum, artist) => sum + artist.map_at_10, 0) / own.length;
    return [{ from, to: next === undefined ? null : next - 1, artists: own.length, map_at_10 }];
  });
}

/** The movements' confusion with how many works of each were queries. */
export function movementsOf({ movement_confusion, all }: Evaluation): Quality['movement_confusion'] {
  if (movement_confusion === null) return null;
  const { labels, shares } = movement_confusion;
  const queriesOf = new Map(all.per_class.map(({ label, queries }) => [label, queries]));
  return {
    labels: [...labels],
    queries: labels.map((label) => queriesOf.get(label) ?? 0),
    shares: shares.map((row) => [...row]),
  };
}
