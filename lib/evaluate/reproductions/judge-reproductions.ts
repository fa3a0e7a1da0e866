import { nearer } from '@/lib/images/without-dots';
import { expansionWindow } from '@/lib/search/ranking/query-expansion';
import { toUnitLength } from '@/lib/vision/descriptor';
import type { ReproductionFigures } from '@/lib/quality/quality';
import { dot } from '@/lib/vision/dot';
import type { Embedding, NetworkKind } from '@/lib/vision/embedding';
import { project } from '@/lib/vision/projection';
import type { Recipe } from '@/lib/vision/recipes';
import type { Round } from '../evaluation';
import { mean } from '../metrics/metrics';
import { expanded, nearestOf } from '../metrics/rank-all';
import type { MeasuredPictures } from '../pictures/measured-pictures';
import { nearDuplicates } from '../pictures/same-hashes';

const depth = 10;

export interface ReproductionQuestion {
  readonly recipe: Recipe;
  readonly kind: NetworkKind;
  /** The column that says what belongs together. */
  readonly label: string;
}

/** What one reproduction found. */
export interface Answer {
  readonly kind: string;
  readonly isOwnFirst: boolean;
  /** Null where nothing else has the label. */
  readonly precision: { readonly own: number; readonly absent: number; readonly clean: number } | null;
  readonly overlap: number;
}

/**
 * Asks every round with the measured reproductions of the pictures that it asks. Near-duplicates of a picture count
 * neither as itself nor as hits. By style a print is asked with as an upload is: without its dots where that is nearer
 * to a work. By content it is asked with as it is, since the site chooses by style for both.
 */
export async function judgeReproductions(
  rounds: readonly Round[],
  measured: MeasuredPictures,
  { recipe, kind: asked, label }: ReproductionQuestion,
): Promise<ReproductionFigures[]> {
  const { descriptor } = recipe.embeddings[asked];
  const answers: Answer[] = [];
  for (const round of rounds) {
    const { pictures, projection, isQuery = () => true } = round;
    if (projection === undefined) throw new Error('reproductions need the projection of each round');
    const indexOf = new Map(pictures.map(({ path }, index) => [measured.keys.get(path) ?? '', index]));
    const judge = judgeOf(round, label);
    for (const reproduction of measured.reproductions) {
      const picture = indexOf.get(reproduction.of);
      if (picture === undefined || !isQuery(picture)) continue;
      const forms = await measured.descriptorsOf(reproduction, descriptor, {
        withoutDots: asked === 'style',
      });
      const embedded = forms.map((form) => (projection ? project(form, projection) : toUnitLength(form)));
      answers.push(judge(picture, reproduction.kind, embedded));
    }
  }
  return figuresByKind(answers);
}

/**
 * Judges a reproduction of a round's picture by what it finds, and by what the picture itself finds. Of a print its
 * forms with and without dots are given, and the one that is nearer to a work is asked with, as on the site.
 */
export function judgeOf(
  {
    pictures,
    embeddings,
    queries = embeddings,
    ranking,
  }: Pick<Round, 'pictures' | 'embeddings' | 'queries' | 'ranking'>,
  label: string,
): (picture: number, kind: string, forms: readonly Embedding[]) => Answer {
  const labels = pictures.map(({ columns }) => columns[label] ?? '');
  const same = nearDuplicates(pictures.map(({ columns }) => columns.phash ?? ''));
  const cleanHits = new Map<number, readonly number[]>();
  /** What a picture or its reproduction finds, without its near-duplicates and, unless it is in the collection, without itself. */
  const ranked = (
    forms: readonly Embedding[],
    picture: number,
    isInCollection: boolean,
  ): readonly number[] => {
    const searches = forms.map((query) => {
      const nearest = nearestOf(query, embeddings, {
        depth: Math.max(expansionWindow, depth + 1),
        allowed: (index) =>
          index === picture ? isInCollection : !same[picture]?.has(index) && labels[index] !== '',
      });
      const [first] = nearest.map((index) => embeddings[index]);
      return { query, nearest, score: first ? dot(query, first) : null };
    });
    const asked = searches[nearer(searches.map(({ score }) => score))];
    if (asked === undefined) return [];
    return ranking === 'expanded' ? expanded(asked.query, asked.nearest, embeddings) : asked.nearest;
  };
  return (picture, kind, forms) => {
    const own = queries.slice(picture, picture + 1);
    const clean = cleanHits.get(picture) ?? ranked(own, picture, false).slice(0, depth);
    cleanHits.set(picture, clean);
    const all = ranked(forms, picture, true);
    const hits = all.filter((index) => index !== picture).slice(0, depth);
    const absentHits = ranked(forms, picture, false).slice(0, depth);
    const wanted = labels[picture] ?? '';
    const precision = (found: readonly number[]) =>
      found.filter((index) => labels[index] === wanted).length / Math.max(1, found.length);
    const isAnswerable = wanted !== '' && labels.some((other, index) => other === wanted && index !== picture && !same[picture]?.has(index)); // prettier-ignore
    return {
      kind,
      isOwnFirst: all[0] === picture,
      precision: isAnswerable
        ? { own: precision(hits), absent: precision(absentHits), clean: precision(clean) }
        : null,
      overlap: hits.filter((index) => clean.includes(index)).length / Math.max(1, clean.length),
    };
  };
}

/** One row a kind, in the order in which kinds come. */
export function figuresByKind(answers: readonly Answer[]): ReproductionFigures[] {
  return [...new Set(answers.map(({ kind }) => kind))].map((kind) => {
    const own = answers.filter((answer) => answer.kind === kind);
    const precisions = own.flatMap(({ precision }) => precision ?? []);
    return {
      kind,
      queries: own.length,
      own_first: mean(own.map(({ isOwnFirst }) => Number(isOwnFirst))),
      precision_at_10: mean(precisions.map((precision) => precision.own)),
      absent_precision_at_10: mean(precisions.map((precision) => precision.absent)),
      clean_precision_at_10: mean(precisions.map((precision) => precision.clean)),
      overlap_at_10: mean(own.map(({ overlap }) => overlap)),
    };
  });
}

/** As a table for a terminal. */
export function reproductionsText(figures: readonly ReproductionFigures[]): string {
  const share = (precision: number, clean: number) => `${((100 * precision) / (clean || 1)).toFixed(0)} %`;
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(18) : cell.padStart(16))).join('');
  return [
    line([
      'reproduction',
      'queries',
      'own first',
      'P@10',
      'P@10 clean',
      'kept',
      'kept if absent',
      'overlap of 10',
    ]),
    ...figures.map((row) =>
      line([
        row.kind,
        String(row.queries),
        row.own_first.toFixed(3),
        row.precision_at_10.toFixed(3),
        row.clean_precision_at_10.toFixed(3),
        share(row.precision_at_10, row.clean_precision_at_10),
        share(row.absent_precision_at_10 ?? 0, row.clean_precision_at_10),
        row.overlap_at_10.toFixed(3),
      ]),
    ),
  ].join('\n');
}
