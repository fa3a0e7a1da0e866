import { counted } from '@/lib/platform/counted';
import type { Evaluation } from '../evaluation';
import type { ReproductionFigures } from '@/lib/quality/quality';
import { reproductionsText } from '../reproductions/judge-reproductions';
import { metricNames, type MetricName } from '../metrics/retrieval';
import type { ClassSummary, Confusion, Summary } from '../metrics/summary';

/** What was evaluated, as `--json` prints it. */
export interface ReportHeader {
  readonly recipe: string;
  readonly kind: string;
  readonly label: string;
  /** Which projection embedded the pictures, in words. */
  readonly protocol: string;
  readonly pictures: number;
  /** Pictures of the manifest that could not be read. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

type Scores = Readonly<Record<MetricName, number>>;

/** The stable shape of `gafu evaluate --json`: the main figures on top, everything else under its name. */
export interface Report extends ReportHeader, Scores {
  readonly format: 'gafu-evaluation-1';
  readonly queries: number;
  readonly classes: number;
  /** What a blind guess scores in precision. */
  readonly chance: number;
  readonly ndcg_at_10_by_movement: number | null;
  readonly near_duplicate_pairs: number;
  readonly confidence_95: Readonly<Record<MetricName, readonly [low: number, high: number]>>;
  readonly per_class_mean: Scores;
  readonly per_class: readonly ClassSummary[];
  readonly subsets: Readonly<Record<'core' | 'within_source' | 'across_sources', SubsetReport | null>>;
  readonly movement_confusion: Confusion | null;
  /** What becomes of the search when it is asked with reproductions; null where it was not. */
  readonly reproductions: readonly ReproductionFigures[] | null;
}

export interface SubsetReport extends Scores {
  readonly queries: number;
  readonly chance: number;
}

export function reportOf(
  header: ReportHeader,
  evaluation: Evaluation,
  reproductions: readonly ReproductionFigures[] | null = null,
): Report {
  const { all, core, within_source, across_sources } = evaluation;
  return {
    format: 'gafu-evaluation-1',
    ...header,
    queries: all.queries,
    classes: all.classes,
    chance: all.chance,
    ...all.metrics,
    ndcg_at_10_by_movement: evaluation.ndcg_at_10_by_movement,
    near_duplicate_pairs: evaluation.near_duplicate_pairs,
    confidence_95: Object.fromEntries(
      metricNames.map((name) => [name, [all.intervals[name].low, all.intervals[name].high]]),
    ) as unknown as Report['confidence_95'],
    per_class_mean: all.per_class_mean,
    per_class: all.per_class,
    subsets: {
      core: subset(core),
      within_source: subset(within_source),
      across_sources: subset(across_sources),
    },
    movement_confusion: evaluation.movement_confusion,
    reproductions,
  };
}

function subset(summary: Summary | null): SubsetReport | null {
  return summary && { queries: summary.queries, chance: summary.chance, ...summary.metrics };
}

const classesShown = 15;

/** The report as a person reads it in a terminal. */
export function reportText(report: Report): string {
  const { confidence_95: confidence, subsets } = report;
  const line = (name: string, ...cells: string[]) =>
    name.padEnd(30) + cells.map((cell) => cell.padStart(16)).join('');
  const metrics = metricNames.map((name) => {
    const [low, high] = confidence[name];
    return line(
      name,
      figure(report[name]),
      `${figure(low)}–${figure(high)}`,
      figure(report.per_class_mean[name]),
    );
  });
  const parts = Object.entries(subsets).flatMap(([name, part]) =>
    part
      ? [
          line(
            name,
            String(part.queries),
            figure(part.chance),
            figure(part.precision_at_1),
            figure(part.map_at_10),
          ),
        ]
      : [],
  );
  const classes = report.per_class
    .slice(0, classesShown)
    .map(({ label, queries, precision_at_1, map_at_10 }) =>
      line(label.slice(0, 29), String(queries), figure(precision_at_1), figure(map_at_10)),
    );
  const further = report.per_class.length - classesShown;
  return [
    `${report.recipe} · ${report.kind} · label "${report.label}" · ${report.protocol}`,
    `${counted(report.pictures, 'picture')}, ${counted(report.queries, 'query', 'queries')} of ${counted(report.classes, 'class', 'classes')}; a blind guess scores ${figure(report.chance)} in precision.`,
    ...report.warnings.map((warning) => `Note: ${warning}`),
    ...(report.unreadable.length > 0
      ? [`Left out because unreadable: ${report.unreadable.map(({ file }) => file).join(', ')}`]
      : []),
    '',
    line('', 'mean', '95 % interval', 'class mean'),
    ...metrics,
    ...(report.ndcg_at_10_by_movement === null
      ? []
      : [line('ndcg_at_10 by movement', figure(report.ndcg_at_10_by_movement))]),
    ...(parts.length > 0
      ? ['', line('subset', 'queries', 'chance', 'precision_at_1', 'map_at_10'), ...parts]
      : []),
    ...(report.reproductions ? ['', reproductionsText(report.reproductions)] : []),
    '',
    line(report.label, 'queries', 'precision_at_1', 'map_at_10'),
    ...classes,
    ...(further > 0 ? [`… and ${further} more (--json has all)`] : []),
  ].join('\n');
}

function figure(value: number): string {
  return value.toFixed(3);
}
