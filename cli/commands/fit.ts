import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { stagedProgress } from '../output';
import { networkInput } from '@/lib/images/network-input';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { openExtractor } from '@/lib/vision/node/batch';
import type { PictureSource } from '@/lib/vision/node/fill-caches';
import { fitRecipe } from '@/lib/vision/node/fit';
import { installVgg19 } from '@/lib/vision/node/install';
import { writeCardIfAbsent } from '@/lib/vision/node/projection-card';
import { recipeNamed } from '@/lib/vision/recipes';
import type { View } from '@/lib/vision/view';

interface FitCommandOptions {
  readonly images: string;
  readonly manifest: string;
  readonly recipe?: string;
  readonly out?: string;
}

/** `gafu fit --images DIR --manifest CSV [--recipe NAME] [--out DIR]` */
export function register(program: Command): void {
  program
    .command('fit')
    .description(
      "Fit a recipe's projections on pictures. What the network saw is cached: a run that was stopped goes on where it was",
    )
    .requiredOption('--images <dir>', 'the folder with the pictures')
    .requiredOption('--manifest <csv>', 'which pictures: a CSV with a column "file"')
    .option('--recipe <name>', 'which recipe (GAFU_RECIPE)')
    .option('--out <dir>', 'where <recipe>/style.projection and content.projection are written', 'models')
    .addHelpText(
      'after',
      '\nExample:\n  gafu fit --images paintings/images --manifest paintings/manifest.csv --recipe article',
    )
    .action(fit);
}

async function fit(options: FitCommandOptions): Promise<void> {
  const { backend, vgg19Weights, dataDir, recipe: configured } = settings();
  const recipe = recipeNamed(options.recipe ?? configured);
  const pictures = await picturesOf(options.images, options.manifest, recipe.view);
  const modelsDir = path.resolve('models');
  const outDir = path.resolve(options.out ?? modelsDir);
  await installVgg19({ modelsDir, weightsFile: vgg19Weights, downloadDir: path.join(dataDir, 'downloads') });
  const extractor = await openExtractor({ modelsDir, backend });
  console.log(
    `Fitting "${recipe.name}" on ${pictures.length} pictures with ${extractor.network.name} (${extractor.network.backend}).`,
  );
  const bars = stagedProgress();
  try {
    const fitted = await fitRecipe({
      recipe,
      extractor,
      pictures,
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
  } finally {
    bars.end();
    extractor.dispose();
  }
}

async function picturesOf(images: string, manifest: string, view: View): Promise<PictureSource[]> {
  const text = await readFile(manifest, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('not-found', `${manifest} cannot be read (${error.code ?? error.message}).`);
  });
  const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[];
  const files = rows.map(({ file }) => file).filter((file) => file !== undefined && file !== '');
  if (files.length < 2)
    throw new Problem(
      'invalid-request',
      `${manifest} names ${files.length} pictures in a column "file"; a projection needs at least 2.`,
    );
  return Promise.all(
    files.map(async (name) => {
      const file = path.join(images, name ?? '');
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        throw new Problem(
          'not-found',
          `${file}, named in ${manifest}, cannot be read (${error.code ?? error.message}).`,
        );
      });
      return {
        key: createHash('sha256').update(bytes).digest('hex'),
        pixels: async () => networkInput(await readFile(file), view),
      };
    }),
  );
}
