import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openNetwork } from '@/cli/network';
import { readListedPictures, type ListedPicture } from '@/lib/evaluate/pictures/listed-pictures';
import type { MeasuredPictures } from '@/lib/evaluate/pictures/measured-pictures';
import { reproducedDefault } from '@/lib/evaluate/reproductions/reproduction-source';
import { disjointFolds } from '@/lib/evaluate/rounds/folds';
import { settings } from '@/lib/platform/settings';
import type { CachedReproduction } from '@/lib/vision/node/cached-rows';
import { viewId } from '@/lib/vision/view';
import { baselines, candidates, quickCandidates, winner, type Candidate } from './candidates';
import { embedderOf } from './embed';
import { askedKinds, judge, type AskedReproduction, type Judged } from './judge';
import { MeasuredViews } from './measured-views';
import { readRows, resultsOf, withEarlier, writeResults, type Results } from './results';

const usage = `usage: npm run experiments -- [--quick | --only TEXT …] [--images DIR --manifest CSV] [--out DIR]
Pictures come from --images and --manifest, else from PAINTINGS_DIR (images/, manifest.csv with artist, core, source).
--only measures those candidates alone whose name holds TEXT (one of them, if there are several), and the two that all are
compared with. Rows of candidates that were not reached stay as they are.
--quick takes some pictures of a quarter of the artists and fails when the default is not ahead of the article's recipe.`;

/** By how much the default must be ahead of the article's recipe in a quick run, × mAP@10 among all. */
const quickRatioMin = 1.3;
/** A quick run's pictures: at most so many of each artist in one of so many parts. With fewer the default is hardly ahead. */
const quickPictures = { parts: 4, ofArtistMax: 24 };
/** Of how many of them reproductions are made. */
const quickReproduced = 4;

/** `npm run experiments`: compares the candidates on unseen artists and writes figures and charts. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
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
  const listed = await readListedPictures(manifest, images, ['artist']);
  const pictures = values.quick ? someArtists(listed) : listed;
  const out = values.out ?? (values.quick ? null : path.join('docs', 'quality'));
  if (out) await mkdir(out, { recursive: true });
  let results: Results | null = null;
  const { only } = values;
  const wanted = (name: string) => only?.some((text) => name.includes(text)) ?? true;
  const chosen = values.quick
    ? quickCandidates
    : candidates.filter((one) => baselines.includes(one) || wanted(one.name));
  const earlier = out ? await readRows(out) : [];
  const command = `npm run experiments${values.quick ? ' -- --quick' : only ? `, then -- ${only.map((text) => `--only '${text}'`).join(' ')}` : ''}`;
  for await (const judged of judgeAll(chosen, pictures, values.quick ? quickReproduced : reproducedDefault)) {
    if (judged.length < baselines.length) continue;
    results = withEarlier(resultsOf(judged, pictures, command), earlier);
    if (out) await writeResults(out, results);
  }
  const own = results?.rows.find(({ name }) => name === winner.name);
  // Chosen rows alone, and no earlier run has measured the default.
  if (only && own === undefined) return 0;
  const ratio = own?.ratio_to_article.all ?? 0;
  const first = results?.rows[0]?.name === winner.name;
  const ahead = ratio >= quickRatioMin && (first || !values.quick);
  console.log(
    `The default has × ${ratio.toFixed(2)} of the article's mAP@10 among all (at least × ${quickRatioMin}: ${ahead ? 'yes' : 'NO'}).`,
  );
  return ahead ? 0 : 1;
}

/** Yields all that is judged so far after every candidate; those that share their descriptors come one after the other. */
async function* judgeAll(
  chosen: readonly Candidate[],
  pictures: readonly ListedPicture[],
  reproduced: number,
): AsyncGenerator<readonly Judged[]> {
  const { dataDir } = settings();
  const extractor = await openNetwork('vgg19');
  const sets = { all: pictures, core: pictures.filter(({ columns }) => columns.core === '1') };
  const views = new MeasuredViews(chosen, sets, {
    extractor,
    dataDir,
    reproduced,
    onProgress: (view, done, total) => reportEvery(200, view, done, total),
  });
  const judged: Judged[] = [];
  for (const group of byDescriptors(chosen)) {
    const [first] = group;
    const own = sets[first.pictures];
    const measured = await views.of(first);
    const reproductions = askedOf(measured, own);
    const embed = await embedderOf(group, measured, own, reproductions);
    for (const candidate of group) {
      const one = await judge(candidate, embed, own, reproductions);
      judged.push(one);
      console.log(summaryLine(one, judged[0] ?? one));
      yield judged;
    }
  }
  await views.close();
  extractor.dispose();
}

/** The reproductions that a candidate is asked with. They have the same key in each of its views. */
function askedOf(
  [measured]: readonly MeasuredPictures[],
  pictures: readonly ListedPicture[],
): (CachedReproduction & AskedReproduction)[] {
  const indexOf = new Map(pictures.map(({ path: file }, index) => [measured?.keyOf(file), index]));
  return (measured?.reproductions ?? []).flatMap((reproduction) => {
    const index = indexOf.get(reproduction.of);
    const isAsked = index !== undefined && askedKinds.some((kind) => kind === reproduction.kind);
    return isAsked ? [{ ...reproduction, picture: index }] : [];
  });
}

/** Candidates that differ only in their reduction and comparison, together. */
function byDescriptors(chosen: readonly Candidate[]): [Candidate, ...Candidate[]][] {
  const groups = new Map<string, [Candidate, ...Candidate[]]>();
  for (const candidate of chosen) {
    const { pictures, views, descriptors } = candidate;
    const key = JSON.stringify([pictures, views.map(viewId), descriptors]);
    const before = groups.get(key);
    groups.set(key, before ? [...before, candidate] : [candidate]);
  }
  return [...groups.values()];
}

function summaryLine({ candidate, figures }: Judged, baseline: Judged): string {
  const { fold, all } = figures;
  const ratio = (all.map_at_10 / baseline.figures.all.map_at_10).toFixed(2);
  return `${candidate.name.padEnd(62)} P@1 ${all.precision_at_1.toFixed(3)}  mAP@10 ${all.map_at_10.toFixed(3)} (× ${ratio})  within folds ${fold.map_at_10.toFixed(3)}, core ${(fold.core_map_at_10 ?? 0).toFixed(3)}`;
}

let reported = -1;

function reportEvery(step: number, view: string, done: number, total: number): void {
  const stage = Math.floor(done / step);
  if (stage !== reported || done === total) console.error(`${view}: ${done} of ${total}`);
  reported = stage;
}

function someArtists(pictures: readonly ListedPicture[]): ListedPicture[] {
  const parts = disjointFolds(
    pictures.map(({ columns }) => columns.artist ?? ''),
    quickPictures.parts,
  );
  const taken = new Map<string, number>();
  return pictures.filter(({ columns: { artist = '' } }, index) => {
    const before = taken.get(artist) ?? 0;
    if (parts[index] !== 0 || before === quickPictures.ofArtistMax) return false;
    taken.set(artist, before + 1);
    return true;
  });
}

process.exitCode = await main();
