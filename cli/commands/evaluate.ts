import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { printJson, stagedProgress } from '../output';
import { reportText } from '@/lib/evaluate/report/report';
import { runEvaluation, type EvaluationRequest } from '@/lib/evaluate/run-evaluation';
import { checkSamples, sampleCheckText } from '@/lib/evaluate/samples/sample-check';
import { rankingOf, rankings, type Ranking } from '@/lib/evaluate/metrics/rank-all';
import { searchScopes, splits, type SearchScope, type Split } from '@/lib/evaluate/rounds/rounds';
import { writeIllustrations } from '@/lib/evaluate/report/illustrations';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { reproducedDefault } from '@/lib/evaluate/reproductions/reproduction-source';
import { networkKinds, type NetworkKind } from '@/lib/vision/embedding';
import { type Recipe } from '@/lib/vision/recipes';
import { columnName } from '../column-name';
import { openNetwork, recipeAsked } from '../network';
import { wholeNumber } from '../whole-number';

interface EvaluateOptions {
  readonly images?: string;
  readonly manifest?: string;
  readonly encoding?: string;
  readonly label?: string;
  readonly samples?: boolean;
  readonly recipe?: string;
  readonly kind: NetworkKind;
  readonly fitOn?: string;
  readonly fitImages?: string;
  readonly fitLabel?: string;
  readonly folds?: number;
  readonly fold?: number;
  readonly split: Split;
  readonly seed: number;
  readonly searchIn: SearchScope;
  readonly ranking?: Ranking;
  readonly core?: boolean;
  /** True where no count was given. */
  readonly reproductions?: number | true;
  readonly out?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  gafu evaluate --images paintings/images --manifest paintings/manifest.csv --label artist
  gafu evaluate --images paintings/images --manifest paintings/manifest.csv --label movement --recipe article --folds 5
  gafu evaluate --samples
  gafu evaluate --images mine --manifest mine.csv --label artist --fit-on other.csv --fit-images other --out report`;

/** `gafu evaluate --images DIR --manifest CSV --label COLUMN …` */
export function register(program: Command): void {
  program
    .command('evaluate')
    .description(
      'Measure how often the nearest pictures share a label: each picture searches among all others. What the network saw is cached',
    )
    .option('--images <dir>', 'the folder with the pictures')
    .option(
      '--manifest <csv>',
      'which pictures: a CSV with a column "file"; phash, source, core, movement are used where there',
    )
    .option('--encoding <name>', 'what the CSV is encoded in, if it is not UTF-8')
    .option(
      '--label <column>',
      'the column that says what belongs together, e.g. artist or movement',
      columnName,
    )
    .option('--recipe <name>', 'which recipe (GAFU_RECIPE)')
    .addOption(new Option('--kind <kind>', 'which embedding').choices(networkKinds).default('style'))
    .addOption(
      new Option(
        '--fit-on <csv>',
        'fit the projection on these pictures instead of using the shipped one',
      ).conflicts('folds'),
    )
    .option('--fit-images <dir>', 'the folder with the pictures of --fit-on (default: --images)')
    .option('--fit-label <column>', 'with --fit-on or --folds: fit as gafu fit --label does', columnName)
    .option('--folds <count>', 'cross-validate: fit on all folds but one, test on that one', wholeNumber)
    .addOption(new Option('--split <how>', 'how folds are made').choices(splits).default('artist-disjoint'))
    .addOption(
      new Option('--search-in <scope>', 'among what the queries of a fold search')
        .choices(searchScopes)
        .default('fold'),
    )
    .option('--fold <number>', 'ask only this fold, from 0', wholeNumber)
    .option('--seed <number>', 'of the split', wholeNumber, 1)
    .option('--samples', 'ask the sample collection, where style and subject of every work are known')
    .option(
      '--reproductions [count]',
      'also ask with simulated scans, photographs, prints and so on of so many pictures',
      (count: string) => wholeNumber(count),
    )
    .addOption(
      new Option(
        '--ranking <how>',
        'by cosine alone, or expanded by the nearest pictures (default: as the site ranks this kind)',
      ).choices(rankings),
    )
    .option('--core', 'only pictures whose column "core" is 1')
    .option('--out <dir>', 'write report.json, charts (SVG) and contact sheets of the best and worst queries')
    .option('--json', 'print the whole report as JSON')
    .addHelpText('after', examples)
    .action(evaluateCommand);
}

async function evaluateCommand(options: EvaluateOptions): Promise<void> {
  const { dataDir, modelsDir } = settings();
  const recipe = await recipeAsked(options.recipe);
  const request = options.samples ? null : requestOf(options, recipe);
  const extractor = await openNetwork(recipe.network);
  const bars = stagedProgress();
  const means = { extractor, modelsDir, dataDir, onProgress: bars.show };
  try {
    if (request === null) {
      const check = await checkSamples({ ...means, recipe, samplesDir: path.resolve('samples') });
      bars.end();
      if (options.json) printJson(check);
      else console.log(sampleCheckText(check));
      return;
    }
    const { report, evaluation } = await runEvaluation(request, means);
    bars.end();
    if (options.out) {
      await mkdir(options.out, { recursive: true });
      await writeFile(path.join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
      await writeIllustrations(options.out, report, evaluation);
    }
    if (options.json) printJson(report);
    else console.log(reportText(report));
  } finally {
    bars.end();
    extractor.dispose();
  }
}

function requestOf(options: EvaluateOptions, recipe: Recipe): EvaluationRequest {
  const {
    images,
    manifest,
    encoding,
    label,
    kind,
    fitOn,
    fitImages,
    fitLabel = null,
    folds,
    fold,
    split,
    seed,
    searchIn,
    ranking = rankingOf(kind),
    core = false,
    reproductions,
  } = options;
  if (images === undefined || manifest === undefined || label === undefined) {
    throw new Problem(
      'invalid-request',
      'gafu evaluate needs --images DIR, --manifest CSV and --label COLUMN; or --samples alone.',
    );
  }
  if (folds !== undefined && folds < 2)
    throw new Problem('invalid-request', `--folds must be at least 2, not ${folds}.`);
  if (fold !== undefined && (folds === undefined || fold >= folds))
    throw new Problem(
      'invalid-request',
      `--fold ${fold} needs --folds, and is below it: folds are counted from 0.`,
    );
  return {
    imagesDir: images,
    manifest,
    encoding,
    label,
    recipe,
    kind,
    ranking,
    coreOnly: core,
    reproductions: reproductions === true ? reproducedDefault : (reproductions ?? null),
    projection:
      folds !== undefined
        ? { kind: 'folds', count: folds, split, seed, scope: searchIn, fitLabel, only: fold }
        : fitOn !== undefined
          ? { kind: 'fit-on', manifest: fitOn, imagesDir: fitImages ?? images, fitLabel }
          : { kind: 'shipped' },
  };
}
