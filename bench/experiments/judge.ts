import { comparePaired, type PairedComparison } from '@/lib/evaluate/metrics/bootstrap';
import { compared } from '@/lib/evaluate/metrics/comparisons';
import { evaluate, type Evaluation, type Round } from '@/lib/evaluate/evaluation';
import type { ListedPicture } from '@/lib/evaluate/pictures/listed-pictures';
import { assignFolds, roundOfFold, searchScopes, type SearchScope } from '@/lib/evaluate/rounds/rounds';
import { figuresByKind, judgeOf, type Answer } from '@/lib/evaluate/reproductions/judge-reproductions';
import type { ReproductionFigures } from '@/lib/quality/quality';
import type { ReproductionKind } from '@/lib/quality/reproduction-kinds';
import type { Candidate } from './candidates';
import type { Embed } from './embed';

export const foldPlan = { count: 5, split: 'artist-disjoint', seed: 1 } as const;

/** Figures of one candidate under one scope, for all pictures and for the balanced `core`. */
export interface Figures {
  readonly precision_at_1: number;
  readonly map_at_10: number;
  readonly map_at_10_confidence_95: readonly [low: number, high: number];
  readonly map_at_10_class_mean: number;
  readonly core_precision_at_1: number | null;
  readonly core_map_at_10: number | null;
  /** Only candidates of another source than the query's; absent from rows that an earlier program measured. */
  readonly across_sources_map_at_10?: number | null;
}

/** The kinds of reproduction that every candidate is asked with. */
export const askedKinds = ['scan', 'frontal', 'oblique'] as const satisfies ReproductionKind[];

export interface AskedReproduction {
  /** Index of the picture that it shows. */
  readonly picture: number;
  readonly kind: string;
}

export interface Judged {
  readonly candidate: Candidate;
  readonly figures: Readonly<Record<SearchScope, Figures>>;
  /** What reproductions of the fold's pictures find among all. */
  readonly reproductions: readonly ReproductionFigures[];
  /** mAP@10 of each query searching among all, by file: what pairs of candidates are compared on. */
  readonly queries: ReadonlyMap<string, { readonly artist: string; readonly map_at_10: number }>;
}

/** Fits on four fifths of the artists and asks with the fifth, five times, in both scopes. */
export async function judge(
  candidate: Candidate,
  embed: Embed,
  pictures: readonly ListedPicture[],
  reproductions: readonly AskedReproduction[],
): Promise<Judged> {
  const folds = assignFolds(pictures, foldPlan);
  const rounds: Record<SearchScope, Round[]> = { fold: [], all: [] };
  const answers: Answer[] = [];
  for (let fold = 0; fold < foldPlan.count; fold++) {
    const outside = folds.flatMap((own, index) => (own === fold ? [] : [index]));
    const vectors = await embed(outside, candidate.projection);
    for (const scope of searchScopes) {
      const round = roundOfFold(pictures, vectors.pictures, (own) => folds[own] === fold, scope);
      const { ask, ...vectorsOfRound } = compared(round.embeddings, candidate.comparison);
      rounds[scope].push({ ...round, ...vectorsOfRound });
      if (scope === 'fold') continue;
      const judgeOne = judgeOf({ ...round, ...vectorsOfRound }, 'artist');
      for (const [index, { picture, kind }] of reproductions.entries()) {
        const vector = vectors.reproductions[index];
        if (vector && folds[picture] === fold) answers.push(judgeOne(picture, kind, [ask(vector)]));
      }
    }
  }
  return judgedOf(candidate, rounds, figuresByKind(answers));
}

function judgedOf(
  candidate: Candidate,
  rounds: Readonly<Record<SearchScope, Round[]>>,
  reproductions: readonly ReproductionFigures[],
): Judged {
  const judged = {
    fold: evaluate(rounds.fold, 'artist', ['core', 'source']),
    all: evaluate(rounds.all, 'artist', ['core', 'source']),
  };
  const queries = judged.all.queries.map(
    ({ picture, label, scores }) => [picture.file, { artist: label, map_at_10: scores.map_at_10 }] as const,
  );
  return {
    candidate,
    figures: { fold: figuresOf(judged.fold), all: figuresOf(judged.all) },
    reproductions,
    queries: new Map(queries),
  };
}

/** Is the second better than the first on the same queries? Artists are resampled as a whole. */
export function compare(first: Judged, second: Judged): PairedComparison {
  const files = [...first.queries.keys()].filter((file) => second.queries.has(file));
  const scores = (judged: Judged) => files.map((file) => judged.queries.get(file)?.map_at_10 ?? 0);
  return comparePaired(scores(first), scores(second), {
    groups: files.map((file) => first.queries.get(file)?.artist ?? ''),
  });
}

function figuresOf({ all, core, across_sources: across }: Evaluation): Figures {
  const { low, high } = all.intervals.map_at_10;
  return {
    precision_at_1: all.metrics.precision_at_1,
    map_at_10: all.metrics.map_at_10,
    map_at_10_confidence_95: [low, high],
    map_at_10_class_mean: all.per_class_mean.map_at_10,
    core_precision_at_1: core && core.metrics.precision_at_1,
    core_map_at_10: core && core.metrics.map_at_10,
    across_sources_map_at_10: across && across.metrics.map_at_10,
  };
}
