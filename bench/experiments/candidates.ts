import type { Comparison } from '@/lib/evaluate/metrics/comparisons';
import type { DescriptorRecipe, Normalisation, Statistic } from '@/lib/vision/descriptor';
import type { FittedRecipe } from '@/lib/vision/projection';
import { recipeNamed } from '@/lib/vision/recipes';
import { vgg19Convolutions } from '@/lib/vision/vgg19';
import { squareView, type View } from '@/lib/vision/view';

/** What is measured on the Gram matrix of a layer beyond what the product knows: see derived-descriptors.ts. */
export type DerivedStatistic = 'centred-gram' | 'gram-root';

export interface CandidateDescriptor extends Omit<DescriptorRecipe, 'statistic'> {
  readonly statistic: Statistic | DerivedStatistic;
}

/** Reductions that are learned here and nowhere else. All begin in the 512 leading components, partly whitened. */
export type LearnedReduction = 'random' | 'lda' | 'contrastive' | 'pseudo-classes';

/** With `labelled`, fitted as `gafu fit --label artist` does. */
export type Reduction =
  | (FittedRecipe & { readonly labelled?: true })
  | { readonly kind: LearnedReduction; readonly dimensions: number };

/** One way from pictures to a ranking, to be compared with the others. */
export interface Candidate {
  readonly name: string;
  /** Which question it helps to answer. */
  readonly group: string;
  /** With several, their descriptors are averaged. */
  readonly views: readonly View[];
  /** Put side by side, each of length 1 where it says so. */
  readonly descriptors: readonly CandidateDescriptor[];
  readonly projection: Reduction;
  readonly comparison: Comparison;
  /** `core`: measured on the balanced subset alone, where looking at all pictures once more would take hours. */
  readonly pictures: 'all' | 'core';
}

/** Those of blocks 1–3. */
const convolutions = vgg19Convolutions.slice(0, 8).map(({ name }) => name);
const block3 = convolutions.slice(4);
const whole: View = { frame: 'whole', sizePx: 256 };

function descriptor(
  statistic: CandidateDescriptor['statistic'],
  layers: readonly string[],
  normalisation: Normalisation = 'signed-sqrt',
): CandidateDescriptor {
  return { statistic, layers, normalisation, unitLength: true };
}

const moments = descriptor('mean-std', block3);
const gram = descriptor('gram', ['block3_conv3']);
const whitened = (dimensions = 128, exponent = 0.75): FittedRecipe => ({
  kind: 'pca-whitened',
  dimensions,
  exponent,
});
const wccn = (dimensions = 128, exponent = 0.25, shrinkage = 0.3): FittedRecipe => ({
  kind: 'wccn',
  dimensions,
  exponent,
  shrinkage,
});

const base = {
  group: 'reference',
  views: [squareView],
  descriptors: [moments],
  projection: whitened(),
  comparison: 'cosine',
  pictures: 'all',
} as const satisfies Omit<Candidate, 'name'>;
const onWhole = { ...base, views: [whole] };

function inGroup(
  group: string,
  members: readonly (Omit<Candidate, 'group'> & { group?: string })[],
): Candidate[] {
  return members.map((member) => ({ ...member, group }));
}

function ofRecipe(name: string, recipeName: string): Candidate {
  const recipe = recipeNamed(recipeName);
  const { descriptor: own, projection } = recipe.embeddings.style;
  if (projection.kind === 'none') throw new Error(`${recipeName} reduces nothing`);
  return { ...base, name, views: [recipe.view], descriptors: [own], projection };
}

/** As `gafu fit --label artist` fits. */
function labelled(candidate: Candidate): Candidate {
  const { projection } = candidate;
  if (projection.kind !== 'wccn') throw new Error(`${projection.kind} learns nothing from labels`);
  return { ...candidate, projection: { ...projection, labelled: true } };
}

/** What everything is compared with. */
export const article = ofRecipe('the article: Gram of block2_conv2, PCA 100', 'article');

/** What the site ran on before: the best single recipe of the first measurements. */
export const firstDefault: Candidate = {
  ...base,
  name: 'Gram of block3_conv3',
  descriptors: [gram],
};

/** What the site runs on. */
export const winner = labelled(
  ofRecipe(
    'the default: mean + deviation of block 3, whole picture, WCCN by quarters, artist and reproductions, 768 values',
    'default',
  ),
);

/** What every run measures, since all others are compared with them. */
export const baselines: readonly Candidate[] = [article, firstDefault];

/** What `--quick` compares: enough to see whether the direction still holds. */
export const quickCandidates: readonly Candidate[] = [...baselines, winner];

const layers = inGroup('layer', [
  ...convolutions.map((layer) => ({
    ...base,
    name: `mean + deviation of ${layer}`,
    descriptors: [descriptor('mean-std', [layer])],
  })),
  ...convolutions
    .filter((layer) => layer !== 'block3_conv3')
    .map((layer) => ({ ...base, name: `Gram of ${layer}`, descriptors: [descriptor('gram', [layer])] })),
]);

const statistics = inGroup('statistic', [
  { ...base, name: 'mean + deviation of block 3' },
  {
    ...base,
    name: 'mean + deviation, blocks 2–3',
    descriptors: [descriptor('mean-std', convolutions.slice(2))],
  },
  { ...base, name: 'mean + deviation, all 8 layers', descriptors: [descriptor('mean-std', convolutions)] },
  { ...base, name: 'mean + deviation of block 3 and Gram of block3_conv3', descriptors: [moments, gram] },
  {
    ...base,
    name: 'centred Gram of block3_conv3',
    descriptors: [descriptor('centred-gram', ['block3_conv3'])],
  },
  {
    ...base,
    name: 'pooled map of block3_conv4 (content)',
    descriptors: [descriptor('map', ['block3_conv4'])],
  },
]);

const normalisations = inGroup('normalisation', [
  {
    ...base,
    name: 'Gram of block3_conv3, not square-rooted',
    descriptors: [descriptor('gram', ['block3_conv3'], 'none')],
  },
  {
    ...base,
    name: 'matrix square root of the Gram of block3_conv3',
    descriptors: [descriptor('gram-root', ['block3_conv3'], 'none')],
  },
  {
    ...base,
    name: 'mean + deviation of block 3, not square-rooted',
    descriptors: [descriptor('mean-std', block3, 'none')],
  },
]);

const views = inGroup('view', [
  { ...onWhole, name: 'whole picture, 256 px' },
  { ...base, name: 'whole 256 px and square 224 px averaged', views: [whole, squareView] },
]);

const coreBase = { ...base, pictures: 'core' } as const;
const square = (sizePx: number): View => ({ frame: 'square', sizePx });
const corners = (['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const).map((frame): View => ({
  frame,
  sizePx: 160,
}));
const coreViews = inGroup('view, core alone', [
  {
    ...coreBase,
    name: 'core: the article',
    descriptors: article.descriptors,
    projection: article.projection,
  },
  { ...coreBase, name: 'core: square, 224 px' },
  { ...coreBase, name: 'core: whole, 256 px', views: [whole] },
  ...[160, 256, 320, 512].map((sizePx) => ({
    ...coreBase,
    name: `core: square, ${sizePx} px`,
    views: [square(sizePx)],
  })),
  { ...coreBase, name: 'core: two scales, 160 and 320 px', views: [square(160), square(320)] },
  { ...coreBase, name: 'core: four corners at 160 px', views: corners },
]);

const reductions = inGroup('reduction', [
  ...[0, 0.25, 0.5, 1].map((exponent) => ({
    ...onWhole,
    name: `PCA, exponent ${exponent}`,
    projection: whitened(128, exponent),
  })),
  ...[32, 64, 96, 192, 256, 512].map((dimensions) => ({
    ...onWhole,
    name: `PCA, exponent 0.75, ${dimensions} dimensions`,
    projection: whitened(dimensions),
  })),
  { ...onWhole, name: 'random projection', projection: { kind: 'random' as const, dimensions: 128 } },
  ...[32, 64, 128, 256].map((dimensions) => ({
    ...onWhole,
    name: `WCCN by quarters, ${dimensions} dimensions`,
    projection: wccn(dimensions),
  })),
  ...[0.1, 1].map((shrinkage) => ({
    ...onWhole,
    name: `WCCN by quarters, shrinkage ${shrinkage}`,
    projection: wccn(128, 0.25, shrinkage),
  })),
  { ...onWhole, name: 'WCCN by quarters, exponent 0', projection: wccn(128, 0) },
]);

const learning = inGroup('metric learning', [
  { ...onWhole, name: 'LDA by artist', projection: { kind: 'lda' as const, dimensions: 128 } },
  {
    ...onWhole,
    name: 'supervised contrastive head by artist',
    projection: { kind: 'contrastive' as const, dimensions: 128 },
  },
  {
    ...onWhole,
    name: 'contrastive head by pseudo-classes, without labels',
    projection: { kind: 'pseudo-classes' as const, dimensions: 128 },
  },
]);

const compared = inGroup(
  'comparison',
  (
    [
      ['dot', 'dot product, lengths kept'],
      ['l2', 'Euclidean distance'],
      ['int8', '8 bits a value'],
      ['binary', '1 bit a value'],
      ['csls', 'hubness corrected (CSLS)'],
      ['query-expansion', 'query expansion'],
      ['database-augmentation', 'database augmentation'],
    ] as const
  ).map(([comparison, name]) => ({ ...winner, name: `the default, ${name}`, comparison })),
);

/** In order of interest: results are written after every candidate, so a run that is stopped has the first. */
export const candidates: readonly Candidate[] = [
  ...quickCandidates,
  ...compared,
  ...reductions,
  ...learning,
  ...views,
  ...statistics,
  ...layers,
  ...normalisations,
  ...coreViews,
];
