import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest, type ManifestPicture } from '@/lib/evaluate/manifest';
import { measurePictures } from '@/lib/evaluate/measured-pictures';
import { disjointFolds } from '@/lib/evaluate/folds';
import { settings } from '@/lib/platform/settings';
import { openExtractor } from '@/lib/vision/node/batch';
import { installVgg19 } from '@/lib/vision/node/install';
import { article, candidates, quickCandidates, winner, type Candidate } from './candidates';
import { judge, type Judged } from './judge';
import { Kernels } from './kernels';
import { resultsOf, writeResults } from './results';

const usage = `usage: npm run experiments -- [--quick] [--images DIR --manifest CSV] [--out DIR]
Pictures come from --images and --manifest, else from PAINTINGS_DIR (images/, manifest.csv with artist, core, source).
--quick takes a third of the artists and fails when the winner is not ahead of the article's recipe.`;

/** `npm run experiments`: compares the candidates on unseen artists and writes figures and charts. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      images: { type: 'string' },
      manifest: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const folder = process.env.PAINTINGS_DIR;
  const images = values.images ?? (folder && path.join(folder, 'images'));
  const manifest = values.manifest ?? (folder && path.join(folder, 'manifest.csv'));
  if (!images || !manifest) {
    console.error(usage);
    return 2;
  }
  const listed = await readManifest(manifest, images, ['artist']);
  const pictures = values.quick ? someArtists(listed) : listed;
  const judged = await judgeAll(values.quick ? quickCandidates : candidates, pictures);
  const results = resultsOf(judged, pictures, values.quick);
  const out = values.out ?? (values.quick ? null : path.join('docs', 'quality'));
  if (out) {
    await mkdir(out, { recursive: true });
    await writeResults(out, results);
    console.log(`Written to ${out}.`);
  }
  const ahead = (results.rows.find(({ name }) => name === winner.name)?.ratio_to_article.all ?? 0) > 1.2;
  if (values.quick)
    console.log(
      ahead ? 'The direction holds: the winner is ahead of the article.' : 'The direction does NOT hold.',
    );
  return ahead ? 0 : 1;
}

async function judgeAll(
  chosen: readonly Candidate[],
  pictures: readonly ManifestPicture[],
): Promise<Judged[]> {
  const { backend, vgg19Weights, dataDir } = settings();
  const modelsDir = path.resolve('models');
  await installVgg19({ modelsDir, weightsFile: vgg19Weights, downloadDir: path.join(dataDir, 'downloads') });
  const extractor = await openExtractor({ modelsDir, backend });
  const wanted = chosen.flatMap(({ descriptors }) =>
    descriptors.flatMap(({ layers, statistic }) => layers.map((layer) => ({ layer, statistic }))),
  );
  const paths = pictures.map((picture) => picture.path);
  const measured = await measurePictures(paths, wanted, {
    extractor,
    dataDir,
    onProgress: (done, total) => reportEvery(200, done, total),
  });
  const kernels = new Kernels(measured, paths);
  const judged: Judged[] = [];
  for (const candidate of chosen) {
    const one = await judge(candidate, await kernels.of(candidate), pictures);
    judged.push(one);
    const baseline = judged.find(({ candidate: { name } }) => name === article.name) ?? one;
    console.log(summaryLine(one, baseline));
  }
  await measured.close();
  extractor.dispose();
  return judged;
}

function summaryLine({ candidate, figures }: Judged, baseline: Judged): string {
  const { fold, all } = figures;
  const ratio = (all.map_at_10 / baseline.figures.all.map_at_10).toFixed(2);
  return `${candidate.name.padEnd(52)} P@1 ${all.precision_at_1.toFixed(3)}  mAP@10 ${all.map_at_10.toFixed(3)} (× ${ratio})  within folds ${fold.map_at_10.toFixed(3)}`;
}

function reportEvery(step: number, done: number, total: number): void {
  if (done % step === 0 || done === total) console.error(`pictures: ${done} of ${total}`);
}

/** About a third of the pictures, whole artists. */
function someArtists(pictures: readonly ManifestPicture[]): ManifestPicture[] {
  const thirds = disjointFolds(
    pictures.map(({ columns }) => columns.artist ?? ''),
    3,
  );
  return pictures.filter((_, index) => thirds[index] === 0);
}

process.exitCode = await main();
