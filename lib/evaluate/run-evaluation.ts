import { counted } from '@/lib/platform/counted';
import { Problem } from '@/lib/platform/problem';
import type { NetworkKind } from '@/lib/vision/embedding';
import type { Extractor } from '@/lib/vision/extractor';
import type { NetworkInfo } from '@/lib/vision/network-info';
import { loadSpace } from '@/lib/vision/node/projection-store';
import { statisticsOf, type Recipe } from '@/lib/vision/recipes';
import { evaluate, type Evaluation } from './evaluation';
import { countFittedOn } from './projections/fitted-on';
import { readListedPictures, type ListedPicture } from './pictures/listed-pictures';
import { measurePictures, type MeasuredPictures } from './pictures/measured-pictures';
import { type Ranking } from './metrics/rank-all';
import { fitOn } from './projections/projections';
import { reportOf, type Report } from './report/report';
import { judgeReproductions } from './reproductions/judge-reproductions';
import { reproductionChoice } from './reproductions/reproduction-source';
import { byLabel, roundsOf, type Folds, type ProjectionPlan } from './rounds/rounds';

export interface EvaluationRequest {
  readonly imagesDir: string;
  /** Path of the list. */
  readonly manifest: string;
  /** What the lists are encoded in, if they are not UTF-8. */
  readonly encoding?: string;
  /** Column of the list, in lower case. */
  readonly label: string;
  readonly recipe: Recipe;
  readonly kind: NetworkKind;
  /** Only pictures whose column `core` is 1. */
  readonly coreOnly: boolean;
  readonly ranking: Ranking;
  /** Of how many pictures reproductions are asked with too; null for none. */
  readonly reproductions: number | null;
  readonly projection:
    | { readonly kind: 'shipped' }
    | {
        readonly kind: 'fit-on';
        readonly manifest: string;
        readonly imagesDir: string;
        readonly fitLabel: string | null;
      }
    | ({ readonly kind: 'folds' } & Folds);
}

export interface EvaluationMeans {
  readonly extractor: Extractor;
  readonly modelsDir: string;
  /** Descriptors are cached under it. */
  readonly dataDir: string;
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

/**
 * Measures one recipe on a folder of labelled pictures.
 * @throws Problem from the manifest, the projection, or a split that cannot be made, each saying what to do
 */
export async function runEvaluation(
  request: EvaluationRequest,
  means: EvaluationMeans,
): Promise<{ report: Report; evaluation: Evaluation }> {
  const { recipe, kind, label, encoding, projection: wanted } = request;
  const listed = await judgedPictures(request);
  const fitting =
    wanted.kind === 'fit-on'
      ? await readListedPictures(wanted.manifest, wanted.imagesDir, [wanted.fitLabel], encoding)
      : [];
  const measured = await measurePictures(
    [...listed, ...fitting].map(({ path }) => path),
    statisticsOf(recipe.embeddings[kind], { fitting: wanted.kind !== 'shipped' }),
    {
      extractor: means.extractor,
      view: recipe.view,
      dataDir: means.dataDir,
      reproduced: reproductionChoice(
        wanted.kind === 'shipped' ? null : recipe.embeddings[kind].projection,
        request.reproductions,
      ),
      onProgress: (done, total) => means.onProgress?.('pictures', done, total),
    },
  );
  try {
    const readable = (pictures: readonly ListedPicture[]) =>
      pictures.filter(({ path }) => measured.keys.has(path));
    const pictures = readable(listed);
    const { plan, protocol, warnings } = await planFor(request, means, measured, pictures, readable(fitting));
    const isAskedWithReproductions = request.reproductions !== null;
    const rounds = await roundsOf(
      pictures,
      measured,
      recipe.embeddings[kind],
      plan.kind === 'folds' ? { ...plan, keepsProjections: isAskedWithReproductions } : plan,
      (done, total) => means.onProgress?.('folds', done, total),
    );
    const ranked = rounds.map((round) => ({ ...round, ranking: request.ranking }));
    const evaluation = evaluate(ranked, label);
    const reproductions = isAskedWithReproductions
      ? await judgeReproductions(ranked, measured, { recipe, kind, label })
      : null;
    const unreadable = listed.flatMap(({ file, path }) =>
      measured.unreadable.filter((one) => one.path === path).map(({ reason }) => ({ file, reason })),
    );
    const header = {
      recipe: recipe.name,
      kind,
      label,
      protocol,
      pictures: pictures.length,
      unreadable,
      warnings,
    };
    return { report: reportOf(header, evaluation, reproductions), evaluation };
  } finally {
    await measured.close();
  }
}

async function judgedPictures({
  manifest,
  imagesDir,
  encoding,
  label,
  coreOnly,
  projection,
}: EvaluationRequest): Promise<ListedPicture[]> {
  const disjoint = projection.kind === 'folds' && projection.split === 'artist-disjoint';
  const needed = [
    label,
    disjoint ? 'artist' : null,
    coreOnly ? 'core' : null,
    projection.kind === 'folds' ? projection.fitLabel : null,
  ];
  const pictures = await readListedPictures(manifest, imagesDir, needed, encoding);
  const chosen = coreOnly ? pictures.filter(({ columns }) => columns.core === '1') : pictures;
  if (chosen.length < 3)
    throw new Problem(
      'invalid-request',
      `${manifest} leaves ${counted(chosen.length, 'picture')} to evaluate; at least 3 are needed.`,
    );
  return chosen;
}

/** Where the projection comes from, in deed and in words. */
async function planFor(
  { recipe, kind, projection: wanted }: EvaluationRequest,
  { extractor, modelsDir }: EvaluationMeans,
  measured: MeasuredPictures,
  pictures: readonly ListedPicture[],
  fitting: readonly ListedPicture[],
): Promise<{ plan: ProjectionPlan; protocol: string; warnings: string[] }> {
  if (wanted.kind === 'folds') {
    return {
      plan: wanted,
      protocol: `${wanted.only === undefined ? '' : `fold ${wanted.only} of `}${wanted.count} folds, ${wanted.split}, seed ${wanted.seed}: fitted on the other folds${byLabel(wanted.fitLabel)}, searched ${wanted.scope === 'fold' ? 'within a fold' : 'among all'}`,
      warnings: seenByNetwork(extractor.network, wanted),
    };
  }
  if (wanted.kind === 'fit-on') {
    const projection = await fitOn(measured, fitting, recipe.embeddings[kind], wanted.fitLabel);
    const artists = new Set(fitting.map(({ columns }) => columns.artist));
    const shared = new Set(
      pictures.map(({ columns }) => columns.artist).filter((artist) => artist && artists.has(artist)),
    );
    const warnings =
      shared.size > 0
        ? [
            `The pictures fitted on include works by ${counted(shared.size, 'artist')} of those evaluated, so figures are not for unseen artists.`,
          ]
        : [];
    return {
      plan: { kind: 'given', projection },
      protocol: `projection fitted on ${counted(fitting.length, 'picture')} of ${wanted.manifest}${byLabel(wanted.fitLabel)}`,
      warnings,
    };
  }
  const { projection } = await loadSpace(modelsDir, recipe, kind, extractor.network);
  const overlap = await countFittedOn(modelsDir, recipe, measured.keys.values());
  const warnings =
    overlap === null
      ? [
          `it is not recorded which pictures the shipped projection was fitted on; if these are among them, figures are too good. --folds 5 measures on unseen artists.`,
        ]
      : overlap > 0
        ? [
            `the shipped projection was fitted on ${overlap} of these pictures, so figures are too good. --folds 5 measures on unseen artists.`,
          ]
        : [];
  return { plan: { kind: 'given', projection }, protocol: 'the shipped projection', warnings };
}

/** A network that was trained on paintings knows most artists itself. */
function seenByNetwork({ name, unseenFold }: NetworkInfo, { count, split, seed, only }: Folds): string[] {
  if (unseenFold === undefined) return [];
  const { folds, seed: ownSeed, fold } = unseenFold;
  const isUnseen = split === 'artist-disjoint' && count === folds && seed === ownSeed && only === fold;
  if (isUnseen) return [];
  return [
    `the network ${name} was trained on other paintings by most of these artists: of models/${name}/README.md's paintings it saw all but --folds ${folds} --seed ${ownSeed} --fold ${fold}.`,
  ];
}
