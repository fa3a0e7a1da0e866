import { distributionOf } from '@/lib/search/strength/distribution';
import { samplePairs } from '@/lib/search/strength/pairs';
import type { StrengthFile } from '@/lib/search/strength/strength-file';
import { loadSpace } from '@/lib/vision/node/projection-store';
import type { Extractor } from '@/lib/vision/extractor';
import type { NetworkInfo } from '@/lib/vision/network-info';
import { statisticsOf, type Recipe } from '@/lib/vision/recipes';
import type { Space } from '@/lib/vision/space';
import { evaluate, type Round } from '../evaluation';
import { readListedPictures, type ListedPicture } from '../pictures/listed-pictures';
import { measurePictures } from '../pictures/measured-pictures';
import { nearDuplicates } from '../pictures/same-hashes';
import type { Quality, ReproductionFigures } from '@/lib/quality/quality';
import { byWorks, figuresOf, movementsOf, sourcesOf } from './quality-figures';
import { byLabel, roundsOf, type Folds } from '../rounds/rounds';
import { rankingOf, type Ranking } from '../metrics/rank-all';
import type { EvaluationMeans } from '../run-evaluation';
import { judgeReproductions } from '../reproductions/judge-reproductions';
import { reproducedDefault, reproductionChoice } from '../reproductions/reproduction-source';
import { embedSamples, sampleAnswers, sampleStrength, withArray } from '../samples/sample-answers';

export interface CalibrationRequest {
  readonly imagesDir: string;
  /** A CSV with columns file and artist; movement, source and phash are used where there. */
  readonly manifest: string;
  /** What the list is encoded in, if it is not UTF-8. */
  readonly encoding?: string;
  readonly recipe: Recipe;
  /** The column that its projection was fitted by (`gafu fit --label`), so that folds are too; null for none. */
  readonly fitLabel: string | null;
  /** The recipe that its figures are compared with, and its network. */
  readonly against: { readonly recipe: Recipe; readonly extractor: Extractor };
  /** Of how many pictures reproductions are asked with and fitted against; a usual number when left out. */
  readonly reproductions?: number;
  /** The folder with the sample collection's `manifest.csv` and `works/`. */
  readonly samplesDir: string;
}

export interface Calibration {
  readonly strength: StrengthFile;
  readonly quality: Quality;
}

const folds = { count: 5, split: 'artist-disjoint', seed: 1, scope: 'all' } as const satisfies Omit<
  Folds,
  'fitLabel'
>;
const pairsPerRound = 20_000;

/**
 * Measures what the site says of a recipe: how well it retrieves, and how close pictures are in its spaces. Style is
 * judged on pictures by artists that the projection was not fitted on: the recipe is fitted again on four fifths of
 * the artists, five times. Content is judged on the sample collection, by the shipped projection.
 * @throws Problem from the manifest, the projections, or where there are fewer than five artists
 */
export async function calibrate(request: CalibrationRequest, means: EvaluationMeans): Promise<Calibration> {
  const { recipe, fitLabel, against, imagesDir, manifest, encoding, samplesDir } = request;
  const pictures = await readListedPictures(manifest, imagesDir, ['artist', fitLabel], encoding);
  const space = async (kind: 'style' | 'content') =>
    (await loadSpace(means.modelsDir, recipe, kind, means.extractor.network)).space;
  // Before the long work, so that a projection that does not fit is reported at once.
  const spaces = { style: await space('style'), content: await space('content') };
  const only = unseenFoldOf(means.extractor.network);
  const { rounds: own, reproductions } = await styleRounds(pictures, recipe, fitLabel, means, only, {
    ranking: rankingOf('style'),
    reproductions: request.reproductions ?? reproducedDefault,
  });
  const byArtist = evaluate(own, 'artist', ['source']);
  const hasMovements = pictures.some(({ columns }) => (columns.movement ?? '') !== '');
  const byMovement = hasMovements ? evaluate(own, 'movement', ['movement']) : null;
  const strength = styleStrength(own, spaces.style);
  const figures = [
    figuresOf(recipe.name, 'artist', byArtist),
    ...(byMovement ? [figuresOf(recipe.name, 'movement', byMovement)] : []),
  ];
  if (against.recipe.name !== recipe.name) {
    const { name } = against.recipe;
    const { rounds: others } = await styleRounds(
      pictures,
      against.recipe,
      fitLabel,
      { ...means, extractor: against.extractor },
      only,
      { ranking: against.recipe.name === 'article' ? 'cosine' : rankingOf('style'), reproductions: null },
    );
    figures.push(figuresOf(name, 'artist', evaluate(others, 'artist', [])));
    if (hasMovements) figures.push(figuresOf(name, 'movement', evaluate(others, 'movement', [])));
  }
  const samples = await embedSamples(recipe, samplesDir, means);
  return {
    strength: {
      format: 'gafu-strength-1',
      kinds: { style: strength, content: sampleStrength(samples.content, spaces.content, pairsPerRound) },
    },
    quality: {
      format: 'gafu-quality-1',
      recipe: recipe.name,
      spaces: { style: spaces.style.id, content: spaces.content.id },
      pictures: pictures.length,
      artists: new Set(pictures.map(({ columns }) => columns.artist)).size,
      protocol:
        only === undefined
          ? `${folds.count} folds of artists; the projection is fitted on the others${byLabel(fitLabel)}, each picture searches among all`
          : `the fifth of the artists that the network was not trained on; the projection is fitted on the others${byLabel(fitLabel)}, each picture searches among all`,
      figures,
      sources: sourcesOf(byArtist),
      reproductions,
      by_works: byWorks(byArtist.all.per_class),
      movement_confusion: byMovement && movementsOf(byMovement),
      samples: {
        style: sampleAnswers(samples.style, 'style'),
        content: sampleAnswers(samples.content, 'content'),
      },
    },
  };
}

/** The fold that a network trained on paintings has not seen; undefined where it was not. @throws Error where it is of other folds */
function unseenFoldOf({ name, unseenFold }: NetworkInfo): number | undefined {
  if (unseenFold === undefined) return undefined;
  if (unseenFold.folds !== folds.count || unseenFold.seed !== folds.seed)
    throw new Error(`${name} was trained on other folds than it is judged by`);
  return unseenFold.fold;
}

/** The pictures embedded in five rounds: each fold's pictures are the queries, by a projection fitted on the other artists. */
async function styleRounds(
  pictures: readonly ListedPicture[],
  recipe: Recipe,
  fitLabel: string | null,
  { extractor, dataDir, onProgress }: EvaluationMeans,
  only: number | undefined,
  { ranking, reproductions }: { readonly ranking: Ranking; readonly reproductions: number | null },
): Promise<{ rounds: Round[]; reproductions: ReproductionFigures[] }> {
  const { projection } = recipe.embeddings.style;
  const measured = await measurePictures(
    pictures.map(({ path }) => path),
    statisticsOf(recipe.embeddings.style, { fitting: true }),
    {
      extractor,
      view: recipe.view,
      dataDir,
      reproduced: reproductionChoice(projection, reproductions),
      onProgress: (done, total) => onProgress?.(`pictures, ${recipe.name}`, done, total),
    },
  );
  try {
    const readable = pictures.filter(({ path }) => measured.keys.has(path));
    const embedded = await roundsOf(
      readable,
      measured,
      recipe.embeddings.style,
      { kind: 'folds', ...folds, fitLabel, only, keepsProjections: reproductions !== null },
      (done, total) => onProgress?.(`folds, ${recipe.name}`, done, total),
    );
    const rounds = embedded.map((round) => ({ ...round, ranking }));
    return {
      rounds,
      reproductions:
        reproductions !== null
          ? await judgeReproductions(rounds, measured, { recipe, kind: 'style', label: 'artist' })
          : [],
    };
  } finally {
    await measured.close();
  }
}

/** How close pictures are to those of artists not fitted on: at random, and of the same artist. */
function styleStrength(rounds: readonly Round[], space: Space): StrengthFile['kinds']['style'] {
  const pairs = rounds.map(({ pictures, embeddings, isQuery }, round) => {
    const duplicates = nearDuplicates(pictures.map(({ columns }) => columns.phash ?? ''));
    return samplePairs(
      {
        vectors: embeddings,
        labels: pictures.map(({ columns }) => columns.artist ?? null),
        isAsked: isQuery,
        isSamePicture: (a, b) => duplicates[a]?.has(b) ?? false,
      },
      pairsPerRound,
      round + 1,
    );
  });
  const works = rounds[0]?.pictures.length ?? 0;
  return {
    space_id: space.id,
    projection_id: space.projectionId,
    measured_on: `${works} paintings by known artists, each against all, by a projection that was not fitted on the artist`,
    works,
    label: 'artist',
    random: withArray(distributionOf(pairs.flatMap(({ random }) => random))),
    same: withArray(distributionOf(pairs.flatMap(({ same }) => same))),
  };
}
