import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest, type ManifestPicture } from '@/lib/evaluate/manifest';
import { measurePictures } from '@/lib/evaluate/measured-pictures';
import { disjointFolds } from '@/lib/evaluate/folds';
import { settings } from '@/lib/platform/settings';
import { openExtractor } from '@/lib/vision/node/batch';
import { installVgg19 } from '@/lib/vision/node/install';
import { squareView } from '@/lib/vision/view';
import { candidates, quickCandidates, winner, type Candidate } from './candidates';
import { judge, type Judged } from './judge';
import { Kernels } from './kernels';
import { resultsOf, writeResults, type Results } from './results';

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
  const out = values.out ?? (values.quick ? null : path.join('docs', 'quality'));
  if (out) await mkdir(out, { recursive: true });
  let results: Results | null = null;
  for await (const judged of judgeAll(values.quick ? quickCandidates : candidates, pictures)) {
    results = resultsOf(judged, pictures, values.quick);
    if (out) await writeResults(out, results);
  }
  const ahead = (results?.rows.find(({ name }) => name === winner.name)?.ratio_to_article.all ?? 0) > 1.2;
  if (values.quick)
    console.log(
      ahead ? 'The direction holds: the winner is ahead of the article.' : 'The direction does NOT hold.',
    );
  return ahead ? 0 : 1;
}

/** Yields all that is judged so far after every descriptor. */
async function* judgeAll(
  chosen: readonly Candidate[],
  pictures: readonly ManifestPicture[],
): AsyncGenerator<readonly Judged[]> {
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
    view: squareView,
    dataDir,
    onProgress: (done, total) => reportEvery(200, done, total),
  });
  const kernels = new Kernels(measured, paths);
  const judged: Judged[] = [];
  for (const group of byDescriptors(chosen)) {
    const [first] = group;
    if (!first) continue;
    for (const one of await judge(group, await kernels.of(first), pictures)) {
      judged.push(one);
      console.log(summaryLine(one, judged[0] ?? one));
    }
    yield judged;
  }
  await measured.close();
  extractor.dispose();
}

/** Candidates that differ only in their projection, together. */
function byDescriptors(chosen: readonly Candidate[]): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of chosen) {
    const key = JSON.stringify(candidate.descriptors);
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()];
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
