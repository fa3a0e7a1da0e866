import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { barChartFile, confusionFile } from './svg-file';
import { contactSheet, type ContactSheetPicture } from './contact-sheet';
import type { Evaluation, JudgedQuery } from '../evaluation';
import type { Report } from './report';
import { metricNames } from '../metrics/retrieval';

const sheetRows = 12;

/** Writes `metrics.svg`, `classes.svg`, `confusion.svg` (with a movement column), `best.jpg` and `worst.jpg`. */
export async function writeIllustrations(
  folder: string,
  report: Report,
  { queries }: Evaluation,
): Promise<void> {
  const titled = (what: string) => `${what}: ${report.recipe}, ${report.kind}, by ${report.label}`;
  const metrics = metricNames.map((name) => {
    const [low, high] = report.confidence_95[name];
    return { label: name, value: report[name], low, high };
  });
  const classes = report.per_class.map(({ label, map_at_10, queries: count }) => ({
    label: `${label} (${count})`,
    value: map_at_10,
  }));
  const chance = { label: 'A blind guess, precision', value: report.chance };
  const drawings: Record<string, string | Buffer> = {
    'metrics.svg': barChartFile(titled('Mean over queries, 95 % interval'), [...metrics, chance]),
    'classes.svg': barChartFile(titled('mAP@10 of each class (queries)'), classes),
    'best.jpg': await contactSheet(extremeQueries(queries, -1).map(rowOf)),
    'worst.jpg': await contactSheet(extremeQueries(queries, 1).map(rowOf)),
  };
  if (report.movement_confusion) {
    drawings['confusion.svg'] = confusionFile(
      'First ten hits by movement: query in the row, hits in the columns',
      report.movement_confusion,
    );
  }
  await Promise.all(
    Object.entries(drawings).map(([name, drawing]) => writeFile(path.join(folder, name), drawing)),
  );
}

/** The queries with the highest (−1) or lowest (1) mAP@10, one of each label so that one artist does not fill the sheet. */
function extremeQueries(queries: readonly JudgedQuery[], order: 1 | -1): JudgedQuery[] {
  const sorted = [...queries].sort(
    (a, b) => order * (a.scores.map_at_10 - b.scores.map_at_10) || b.relevantCount - a.relevantCount,
  );
  const seen = new Set<string>();
  return sorted.filter(({ label }) => !seen.has(label) && seen.add(label)).slice(0, sheetRows);
}

function rowOf({ picture, hitPictures, right }: JudgedQuery): ContactSheetPicture[] {
  const hits = hitPictures.map((hit, rank) => ({
    path: hit.path,
    role: right[rank] ? ('right' as const) : ('wrong' as const),
  }));
  return [{ path: picture.path, role: 'query' }, ...hits.slice(0, 8)];
}
