import path from 'node:path';
import { Option, type Command } from 'commander';
import { stagedProgress } from '../output';
import { readListedPictures } from '@/lib/evaluate/pictures/listed-pictures';
import { pictureSource } from '@/lib/evaluate/pictures/picture-source';
import {
  kindsFittedAgainst,
  reproducedDefault,
  reproductionsOf,
} from '@/lib/evaluate/reproductions/reproduction-source';
import { counted } from '@/lib/platform/counted';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { networkKinds, type NetworkKind } from '@/lib/vision/embedding';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import { fitRecipe } from '@/lib/vision/node/fit';
import { writeCardIfAbsent } from '@/lib/vision/node/projection-card';
import { type Recipe } from '@/lib/vision/recipes';
import type { View } from '@/lib/vision/view';
import { columnName } from '../column-name';
import { openNetwork, recipeAsked } from '../network';
import { wholeNumber } from '../whole-number';

interface FitCommandOptions {
  readonly images: string;
  readonly manifest: string;
  readonly encoding?: string;
  readonly label?: string;
  readonly reproductions: number;
  readonly kind?: NetworkKind;
  readonly recipe?: string;
  readonly out?: string;
}

/** A covariance of fewer says nothing. */
const picturesMin = 2;

/** `gafu fit --images DIR --manifest CSV [--label COLUMN] [--reproductions COUNT] [--kind KIND] [--recipe NAME] [--out DIR]` */
export function register(program: Command): void {
  program
    .command('fit')
    .description(
      "Fit a recipe's projections on pictures. What the network saw is cached: a run that was stopped goes on where it was",
    )
    .requiredOption('--images <dir>', 'the folder with the pictures')
    .requiredOption('--manifest <csv>', 'which pictures: a CSV with a column "file"')
    .option('--encoding <name>', 'what the CSV is encoded in, if it is not UTF-8')
    .option(
      '--label <column>',
      'a column such as artist: what differs among pictures of one label will count as no difference of style',
      columnName,
    )
    .option(
      '--reproductions <count>',
      'of how many pictures a scan, a photograph on a wall, a print and so on are simulated, whose differences from the picture count as no difference of style either',
      wholeNumber,
      reproducedDefault,
    )
    .addOption(new Option('--kind <kind>', 'fit only this projection').choices(networkKinds))
    .option('--recipe <name>', 'which recipe (GAFU_RECIPE)')
    .option(
      '--out <dir>',
      'where <recipe>/style.projection and content.projection are written (GAFU_MODELS_DIR)',
    )
    .addHelpText(
      'after',
      `
Examples:
  gafu fit --images paintings/images --manifest paintings/manifest.csv
  gafu fit --images paintings/images --manifest paintings/manifest.csv --label artist

How good it is, how strong its matches are, and searching by it:
  gafu evaluate --images … --manifest … --label artist     before and after
  gafu calibrate --images … --manifest …
  gafu reindex`,
    )
    .action(fit);
}

async function fit(options: FitCommandOptions): Promise<void> {
  const { dataDir, modelsDir } = settings();
  const recipe = await recipeAsked(options.recipe);
  refuseUselessLabel(options, recipe);
  const pictures = await picturesOf(options, recipe.view);
  const outDir = path.resolve(options.out ?? modelsDir);
  const extractor = await openNetwork(recipe.network);
  console.log(
    `Fitting "${recipe.name}" on ${counted(pictures.length, 'picture')} with ${extractor.network.name} (${extractor.network.backend}).`,
  );
  const bars = stagedProgress();
  try {
    const fitted = await fitRecipe({
      recipe,
      extractor,
      pictures,
      reproductions: reproductionsOf(pictures, recipe.view, {
        count: options.reproductions,
        kinds: kindsFittedAgainst(recipe.embeddings.style.projection),
      }),
      kinds: options.kind && [options.kind],
      dataDir,
      modelsDir: outDir,
      onProgress: ({ stage, done, all }) => bars.show(stage, done, all),
    });
    bars.end();
    for (const { kind, inputLength, dimensions, explainedVariance, sizeBytes } of fitted) {
      console.log(
        `${kind}: ${inputLength} → ${dimensions} values, ${(explainedVariance * 100).toFixed(1)} % of the variance, ${(sizeBytes / 1e6).toFixed(1)} MB`,
      );
    }
    await writeCardIfAbsent(outDir, recipe, fitted, {
      pictures: pictures.length,
      manifest: path.basename(options.manifest),
    });
    console.log(
      `Written to ${path.join(outDir, recipe.name)}. Now: gafu evaluate (how good it is), gafu calibrate (how strong its matches are), gafu reindex (search by it).`,
    );
  } finally {
    bars.end();
    extractor.dispose();
  }
}

/** Pictures of the list with their label, '' if none is known or named. */
async function picturesOf(
  { images, manifest, encoding, label }: FitCommandOptions,
  view: View,
): Promise<(PictureSource & { file: string; label: string })[]> {
  const listed = await readListedPictures(manifest, images, [label ?? null], encoding);
  if (listed.length < picturesMin)
    throw new Problem(
      'invalid-request',
      `${manifest} lists ${counted(listed.length, 'picture')}; a projection needs at least ${picturesMin}.`,
    );
  const pictures: (PictureSource & { file: string; label: string })[] = [];
  for (const { path: file, columns } of listed) {
    const { key, pixels } = await pictureSource(file, view);
    const named = (error: unknown): never => {
      if (error instanceof Problem) throw new Problem(error.kind, `${file}: ${error.message}`);
      throw error;
    };
    pictures.push({
      key,
      file,
      pixels: () => pixels().catch(named),
      label: label === undefined ? '' : (columns[label] ?? ''),
    });
  }
  return pictures;
}

/** A label that nothing is fitted by would be ignored without a word. */
function refuseUselessLabel({ label }: FitCommandOptions, recipe: Recipe): void {
  const uses = Object.values(recipe.embeddings).some(({ projection }) => projection.kind === 'wccn');
  if (label !== undefined && !uses)
    throw new Problem(
      'invalid-request',
      `The recipe "${recipe.name}" learns nothing from labels: leave --label out. Recipes that do have a projection of kind wccn, such as "default".`,
    );
}
