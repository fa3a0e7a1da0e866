import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { barChartFile } from '@/lib/evaluate/report/svg-file';
import type { ListedPicture } from '@/lib/evaluate/pictures/listed-pictures';
import type { SearchScope } from '@/lib/evaluate/rounds/rounds';
import type { ReproductionFigures } from '@/lib/quality/quality';
import { viewId } from '@/lib/vision/view';
import { article, candidates, firstDefault, winner, type Candidate } from './candidates';
import { askedKinds, compare, foldPlan, type Figures, type Judged } from './judge';

/** Difference in mAP@10 (search among all), its 95 % interval by artist, and p by sign flips. */
export interface Difference {
  readonly difference: number;
  readonly confidence_95: readonly [number, number];
  readonly p: number;
}

export interface ResultRow extends Candidate, Readonly<Record<SearchScope, Figures>> {
  /** mAP@10 divided by the article's in the same run; null where it was measured on other pictures. */
  readonly ratio_to_article: Readonly<Record<SearchScope | 'core_fold' | 'core_all', number | null>>;
  readonly against_article: Difference;
  readonly against_gram: Difference;
  /** Of each kind that was asked with; absent from rows that an earlier program measured. */
  readonly reproductions?: readonly ReproductionFigures[];
}

export interface Results {
  readonly format: 'gafu-experiments-2';
  readonly command: string;
  readonly protocol: string;
  readonly pictures: number;
  readonly artists: number;
  /** Best first, by mAP@10 among all. */
  readonly rows: readonly ResultRow[];
}

export function resultsOf(
  judged: readonly Judged[],
  pictures: readonly ListedPicture[],
  command: string,
): Results {
  const named = (name: string): Judged => {
    const found = judged.find(({ candidate }) => candidate.name === name);
    if (!found) throw new Error(`${name} must be among the candidates`);
    return found;
  };
  const [baseline, gram] = [named(article.name), named(firstDefault.name)];
  const rows = judged.map((one): ResultRow => {
    const ratio = (of: (judgedOne: Judged) => number | null) =>
      one.candidate.pictures === 'all' ? (of(one) ?? 0) / (of(baseline) || 1) : null;
    return {
      ...one.candidate,
      ...one.figures,
      reproductions: one.reproductions,
      ratio_to_article: {
        all: ratio(({ figures }) => figures.all.map_at_10),
        fold: ratio(({ figures }) => figures.fold.map_at_10),
        core_all: ratio(({ figures }) => figures.all.core_map_at_10),
        core_fold: ratio(({ figures }) => figures.fold.core_map_at_10),
      },
      against_article: differenceOf(baseline, one),
      against_gram: differenceOf(gram, one),
    };
  });
  return {
    format: 'gafu-experiments-2',
    command,
    protocol: `${foldPlan.count} folds, artist-disjoint, seed ${foldPlan.seed}; label artist`,
    pictures: pictures.length,
    artists: new Set(pictures.map(({ columns }) => columns.artist)).size,
    rows: rows.sort((a, b) => b.all.map_at_10 - a.all.map_at_10),
  };
}

/** The rows of an earlier run's `results.json`; none where there is none. */
export async function readRows(folder: string): Promise<readonly ResultRow[]> {
  const text = await readFile(path.join(folder, 'results.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return null;
    },
  );
  return text === null ? [] : (JSON.parse(text) as Results).rows;
}

/** Adds earlier rows of candidates that are still compared in the same way and were not measured again. */
export function withEarlier(results: Results, earlier: readonly ResultRow[]): Results {
  const measured = new Set(results.rows.map(definitionOf));
  const kept = candidates.flatMap((candidate): ResultRow[] => {
    const definition = definitionOf(candidate);
    const row = earlier.find((one) => definitionOf(one) === definition);
    return row && !measured.has(definition) ? [{ ...row, ...candidate }] : [];
  });
  const rows = [...results.rows, ...kept].sort((a, b) => b.all.map_at_10 - a.all.map_at_10);
  return { ...results, rows };
}

/** All that a candidate's figures follow from. */
function definitionOf({ views, descriptors, projection, comparison, pictures }: Candidate): string {
  const members = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([views, descriptors.map(members), members(projection), comparison, pictures]);
}

function differenceOf(first: Judged, second: Judged): Difference {
  const { difference, interval, p } = compare(first, second);
  return { difference, confidence_95: [interval.low, interval.high], p };
}

/** `results.json`, `results.md` (a table per question) and one chart per scope. */
export async function writeResults(folder: string, results: Results): Promise<void> {
  const rounded = JSON.stringify(
    results,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value),
    2,
  );
  await writeFile(path.join(folder, 'results.json'), `${rounded}\n`);
  await writeFile(path.join(folder, 'results.md'), tables(results));
  const titles = {
    all: 'mAP@10, unseen artists searching among all paintings',
    fold: 'mAP@10, unseen artists searching among unseen artists',
  };
  for (const scope of ['all', 'fold'] as const) {
    const bars = results.rows
      .filter(({ pictures }) => pictures === 'all')
      .map((row) => {
        const [low, high] = row[scope].map_at_10_confidence_95;
        return {
          label: row.name,
          value: row[scope].map_at_10,
          low,
          high,
          emphasised: row.name === winner.name || row.name === article.name,
        };
      });
    await writeFile(path.join(folder, `map-at-10-${scope}.svg`), barChartFile(titles[scope], bars));
  }
}

function tables({ rows, command, protocol, pictures, artists }: Results): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const references = rows.filter(({ group }) => group === 'reference');
  const sections = groups
    .filter((group) => group !== 'reference')
    .map((group) =>
      section(
        group,
        rows.filter((row) => row.group === group),
      ),
    );
  return `<!-- Written by \`${command}\`. ${protocol}; ${pictures} paintings by ${artists} artists. -->

Cells are P@1 / mAP@10 (× the article's mAP@10). "Across sources": mAP@10 among all, only among pictures of other sources
than the query's. Kinds of reproduction: how often a painting's own reproduction finds it first, and how much of the
painting's P@10 the reproduction keeps; photographs are asked whole, and nothing is expanded or re-ranked but where the
recipe says so, while a site looks for the painting and expands. "–": not measured yet. "p" compares with the article's
recipe and with the Gram matrix of block3_conv3, the first default, on the same queries.
${[section('references', references), ...sections].join('')}`;
}

function section(title: string, rows: readonly ResultRow[]): string {
  const lines = rows.map((row) => {
    const { all, fold, ratio_to_article: ratio } = row;
    const cells = [
      row.name,
      row.views.map(viewId).join(' + '),
      String(row.projection.dimensions),
      cell(all.precision_at_1, all.map_at_10, ratio.all),
      cell(all.core_precision_at_1, all.core_map_at_10, ratio.core_all),
      cell(fold.precision_at_1, fold.map_at_10, ratio.fold),
      cell(fold.core_precision_at_1, fold.core_map_at_10, ratio.core_fold),
      all.across_sources_map_at_10?.toFixed(3) ?? '–',
      ...askedKinds.map((kind) => keptText(row.reproductions?.find((one) => one.kind === kind))),
      pText(row.against_article.p),
      pText(row.against_gram.p),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `
## ${title}

| recipe | view | dims | among all | among all, core | within folds | within folds, core | across sources | ${askedKinds.join(' | ')} | p, article | p, Gram |
|---|---|--:|--:|--:|--:|--:|--:|${askedKinds.map(() => '--:|').join('')}--:|--:|
${lines.join('\n')}
`;
}

function cell(precision: number | null, map: number | null, ratio: number | null): string {
  if (precision === null || map === null) return '–';
  return `${precision.toFixed(3)} / ${map.toFixed(3)}${ratio === null ? '' : ` (× ${ratio.toFixed(2)})`}`;
}

function keptText(figures: ReproductionFigures | undefined): string {
  if (!figures) return '–';
  const { own_first, precision_at_10, clean_precision_at_10 } = figures;
  return `${percent(own_first)}, ${percent(precision_at_10 / (clean_precision_at_10 || 1))}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}
