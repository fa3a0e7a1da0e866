import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { barChart } from '@/lib/evaluate/charts';
import type { ManifestPicture } from '@/lib/evaluate/manifest';
import type { SearchScope } from '@/lib/evaluate/rounds';
import { article, winner, type Candidate } from './candidates';
import { compare, foldPlan, type Figures, type Judged } from './judge';

export interface ResultRow extends Candidate, Readonly<Record<SearchScope, Figures>> {
  /** mAP@10 divided by the article's in the same run. */
  readonly ratio_to_article: Readonly<Record<SearchScope | 'core_fold' | 'core_all', number>>;
  /** Difference in mAP@10 (search among all) to the article, its 95 % interval by artist, and p by sign flips. */
  readonly against_article: {
    readonly difference: number;
    readonly confidence_95: readonly [number, number];
    readonly p: number;
  };
}

export interface Results {
  readonly format: 'gafu-experiments-1';
  readonly command: string;
  readonly protocol: string;
  readonly pictures: number;
  readonly artists: number;
  /** Best first, by mAP@10 among all. */
  readonly rows: readonly ResultRow[];
}

export function resultsOf(
  judged: readonly Judged[],
  pictures: readonly ManifestPicture[],
  quick: boolean,
): Results {
  const baseline = judged.find(({ candidate }) => candidate.name === article.name);
  if (!baseline) throw new Error('the article’s recipe must be among the candidates');
  const rows = judged.map((one): ResultRow => {
    const { difference, interval, p } = compare(baseline, one);
    const ratio = (of: (judgedOne: Judged) => number | null) => (of(one) ?? 0) / (of(baseline) || 1);
    return {
      ...one.candidate,
      ...one.figures,
      ratio_to_article: {
        all: ratio(({ figures }) => figures.all.map_at_10),
        fold: ratio(({ figures }) => figures.fold.map_at_10),
        core_all: ratio(({ figures }) => figures.all.core_map_at_10),
        core_fold: ratio(({ figures }) => figures.fold.core_map_at_10),
      },
      against_article: { difference, confidence_95: [interval.low, interval.high], p },
    };
  });
  return {
    format: 'gafu-experiments-1',
    command: `npm run experiments${quick ? ' -- --quick' : ''}`,
    protocol: `${foldPlan.count} folds, artist-disjoint, seed ${foldPlan.seed}; label artist; 224 px centre square`,
    pictures: pictures.length,
    artists: new Set(pictures.map(({ columns }) => columns.artist)).size,
    rows: rows.sort((a, b) => b.all.map_at_10 - a.all.map_at_10),
  };
}

/** `results.json`, `results.md` (the table) and one chart per scope. */
export async function writeResults(folder: string, results: Results): Promise<void> {
  const rounded = JSON.stringify(
    results,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value),
    2,
  );
  await writeFile(path.join(folder, 'results.json'), `${rounded}\n`);
  await writeFile(path.join(folder, 'results.md'), table(results));
  const titles = {
    all: 'mAP@10, unseen artists searching among all paintings',
    fold: 'mAP@10, unseen artists searching among unseen artists',
  };
  for (const scope of ['all', 'fold'] as const) {
    const bars = results.rows.map((row) => {
      const [low, high] = row[scope].map_at_10_confidence_95;
      return {
        label: row.name,
        value: row[scope].map_at_10,
        low,
        high,
        emphasised: row.name === winner.name || row.name === article.name,
      };
    });
    await writeFile(path.join(folder, `map-at-10-${scope}.svg`), barChart(titles[scope], bars));
  }
}

function table({ rows, command, protocol, pictures, artists }: Results): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  const lines = rows.map((row) => {
    const { all, fold, ratio_to_article: ratio, against_article: against } = row;
    const exponent = row.projection.kind === 'pca-whitened' ? row.projection.exponent : 0;
    return `| ${row.name} | ${row.projection.dimensions} | ${exponent} | ${figure(all.precision_at_1)} | ${figure(all.map_at_10)} (× ${ratio.all.toFixed(2)}) | ${figure(all.core_map_at_10)} (× ${ratio.core_all.toFixed(2)}) | ${figure(fold.precision_at_1)} | ${figure(fold.map_at_10)} (× ${ratio.fold.toFixed(2)}) | ${figure(fold.core_map_at_10)} (× ${ratio.core_fold.toFixed(2)}) | ${against.p < 0.001 ? '< 0.001' : against.p.toFixed(3)} |`;
  });
  return `<!-- Written by \`${command}\`. ${protocol}; ${pictures} paintings by ${artists} artists. -->

| recipe | dims | exponent | P@1, among all | mAP@10, among all | core | P@1, within folds | mAP@10, within folds | core | p (vs. the article) |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${lines.join('\n')}
`;
}
