import type { DescriptorRecipe, Normalisation, Statistic } from '@/lib/vision/descriptor';
import type { ProjectionRecipe } from '@/lib/vision/projection';

/** One way from a layer's statistics to style embeddings, to be compared with the others. */
export interface Candidate {
  readonly name: string;
  /** Descriptors that are put side by side, each of length 1 where it says so. */
  readonly descriptors: readonly DescriptorRecipe[];
  readonly projection: Extract<ProjectionRecipe, { kind: 'pca' | 'pca-whitened' }>;
}

const convolutions = [
  'block1_conv1',
  'block1_conv2',
  'block2_conv1',
  'block2_conv2',
  'block3_conv1',
  'block3_conv2',
  'block3_conv3',
  'block3_conv4',
];
const deep = convolutions.slice(2);

function descriptor(
  statistic: Statistic,
  layers: readonly string[],
  normalisation: Normalisation = 'signed-sqrt',
): DescriptorRecipe {
  return { statistic, layers, normalisation, unitLength: true };
}

function whitened(
  name: string,
  descriptors: readonly DescriptorRecipe[],
  dimensions = 128,
  exponent = 0.75,
): Candidate {
  return { name, descriptors, projection: { kind: 'pca-whitened', dimensions, exponent } };
}

const moments = descriptor('mean-std', deep);
const gram = descriptor('gram', ['block3_conv3']);

/** What everything is compared with. */
export const article: Candidate = {
  name: 'the article: Gram of block2_conv2, PCA 100',
  descriptors: [{ statistic: 'gram', layers: ['block2_conv2'], normalisation: 'none', unitLength: false }],
  projection: { kind: 'pca', dimensions: 100 },
};

export const previousDefault = whitened('Gram of block3_conv3', [gram]);

/** Mean and deviation of six layers: the best at 128 dimensions that one 224 px look gives without labels. */
export const winner = whitened('mean + deviation, blocks 2–3', [moments]);

/** What `--quick` compares: enough to see whether the direction still holds. */
export const quickCandidates: readonly Candidate[] = [article, previousDefault, winner];

/** In order of interest: results are written after every one, so a run that is stopped has the first. */
export const candidates: readonly Candidate[] = [
  ...quickCandidates,
  ...[0, 0.25, 0.5, 1].map((exponent) =>
    whitened(`mean + deviation, blocks 2–3, exponent ${exponent}`, [moments], 128, exponent),
  ),
  ...[32, 64, 96, 192, 256].map((dimensions) =>
    whitened(`mean + deviation, blocks 2–3, ${dimensions} dimensions`, [moments], dimensions),
  ),
  whitened('mean + deviation, all 8 layers', [descriptor('mean-std', convolutions)]),
  whitened('mean + deviation, blocks 2–3, not square-rooted', [descriptor('mean-std', deep, 'none')]),
  whitened('mean + deviation and Gram of block3_conv3', [moments, gram]),
  ...convolutions.map((layer) => whitened(`mean + deviation of ${layer}`, [descriptor('mean-std', [layer])])),
  whitened('pooled map of block3_conv4 (content)', [descriptor('map', ['block3_conv4'])]),
  ...['block3_conv4', 'block3_conv1', 'block2_conv2'].map((layer) =>
    whitened(`Gram of ${layer}`, [descriptor('gram', [layer])]),
  ),
  whitened('Gram of block3_conv3, not square-rooted', [descriptor('gram', ['block3_conv3'], 'none')]),
];
