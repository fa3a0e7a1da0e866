import path from 'node:path';
import { type Command } from 'commander';
import { printJson, stagedProgress } from '../output';
import { calibrate, type Calibration } from '@/lib/evaluate/calibrate/calibrate';
import { qualityFilePath } from '@/lib/quality/quality';
import { writeJsonFile } from '@/lib/platform/json-file';
import { settings } from '@/lib/platform/settings';
import { strengthFilePath } from '@/lib/search/strength/strength-file';
import { weakLine } from '@/lib/search/strength/weak-line';
import { shareBelow } from '@/lib/search/strength/distribution';
import { networkKinds } from '@/lib/vision/embedding';
import { recipeNamed } from '@/lib/vision/recipes';
import { reproducedDefault } from '@/lib/evaluate/reproductions/reproduction-source';
import { columnName } from '../column-name';
import { openNetwork, recipeAsked } from '../network';
import { wholeNumber } from '../whole-number';

interface CalibrateOptions {
  readonly images: string;
  readonly manifest: string;
  readonly encoding?: string;
  readonly recipe?: string;
  readonly fitLabel?: string;
  readonly against?: string;
  readonly reproductions: number;
  readonly out?: string;
  readonly json?: boolean;
}

const decimals = 5;

/** `gafu calibrate --images DIR --manifest CSV [--recipe NAME] [--against NAME] [--reproductions COUNT] [--out DIR]` */
export function register(program: Command): void {
  program
    .command('calibrate')
    .description(
      'Measure what the site says of a recipe: how strong a match is, and how well it retrieves. To be run after gafu fit. What the network saw is cached',
    )
    .requiredOption('--images <dir>', 'the folder with the pictures')
    .requiredOption(
      '--manifest <csv>',
      'which pictures: a CSV with columns "file" and "artist"; movement, source, phash are used where there',
    )
    .option('--recipe <name>', 'which recipe (GAFU_RECIPE)')
    .option('--encoding <name>', 'what the CSV is encoded in, if it is not UTF-8')
    .option('--fit-label <column>', 'the column that gafu fit --label was given', columnName)
    .option(
      '--against <name>',
      'the recipe to compare its figures with (article; default for lite, which stands in for it)',
    )
    .option(
      '--reproductions <count>',
      'of how many pictures simulated scans, photographs, prints and so on are searched with, and fitted against',
      wholeNumber,
      reproducedDefault,
    )
    .option('--out <dir>', 'where <recipe>/strength.json and quality.json are written (GAFU_MODELS_DIR)')
    .option('--json', 'print both as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  gafu calibrate --images paintings/images --manifest paintings/manifest.csv',
    )
    .action(calibrateCommand);
}

async function calibrateCommand(options: CalibrateOptions): Promise<void> {
  const { dataDir, modelsDir } = settings();
  const recipe = await recipeAsked(options.recipe);
  const against = recipeNamed(options.against ?? (recipe.network === 'lite' ? 'default' : 'article'));
  const extractor = await openNetwork(recipe.network);
  const other = against.network === recipe.network ? extractor : await openNetwork(against.network);
  const bars = stagedProgress();
  try {
    const calibration = await calibrate(
      {
        imagesDir: options.images,
        manifest: options.manifest,
        encoding: options.encoding,
        recipe,
        fitLabel: options.fitLabel ?? null,
        against: { recipe: against, extractor: other },
        reproductions: options.reproductions,
        samplesDir: path.resolve('samples'),
      },
      { extractor, modelsDir, dataDir, onProgress: bars.show },
    );
    bars.end();
    const { strength, quality } = calibration;
    const outDir = path.resolve(options.out ?? modelsDir);
    await writeJsonFile(strengthFilePath(outDir, recipe.name), strength, decimals);
    await writeJsonFile(qualityFilePath(outDir, recipe.name), quality, decimals);
    if (options.json) printJson(calibration);
    else console.log(calibrationText(calibration));
  } finally {
    bars.end();
    extractor.dispose();
    if (other !== extractor) other.dispose();
  }
}

function calibrationText({ strength, quality }: Calibration): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    ...quality.figures.map(
      ({ recipe, label, precision_at_1, map_at_10, chance }) =>
        `${recipe}, by ${label}: P@1 ${precision_at_1.value.toFixed(3)}, mAP@10 ${map_at_10.value.toFixed(3)} (chance ${chance.toFixed(3)})`,
    ),
    ...networkKinds.map((kind) => {
      const { random, same, label } = strength.kinds[kind];
      const { cosine } = weakLine(random, same);
      return `${kind}: weak under ${cosine.toFixed(3)}; above it are ${percent(1 - shareBelow(same, cosine))} of pairs of one ${label} and ${percent(1 - shareBelow(random, cosine))} of random pairs`;
    }),
    ...networkKinds.map(
      (kind) => `samples, ${kind}: ${percent(quality.samples[kind].answered)} of works answered`,
    ),
  ].join('\n');
}
