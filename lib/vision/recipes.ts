import { Problem } from '@/lib/platform/problem';
import type { DescriptorRecipe } from './descriptor';
import type { NetworkKind } from './embedding';
import type { LayerStatistic } from './extractor';
import type { ProjectionRecipe, ScatterWeights } from './projection';
import { squareView, type View } from './view';

/** The networks that there are: `vgg19` is installed, `lite` comes with Gafu. */
export const networkNames = ['vgg19', 'lite'] as const;

export type NetworkName = (typeof networkNames)[number];

/** How one kind of embedding is made from a network's feature maps. */
export interface EmbeddingRecipe {
  readonly descriptor: DescriptorRecipe;
  readonly projection: ProjectionRecipe;
}

/** A named way from pixels to both embeddings. Its fitted projections lie in `models/<name>/`. */
export interface Recipe {
  readonly name: string;
  readonly network: NetworkName;
  /** What of a picture the network is shown; both embeddings come from one look. */
  readonly view: View;
  readonly embeddings: Readonly<Record<NetworkKind, EmbeddingRecipe>>;
}

/** Of VGG19, or as the compact network predicts it. */
const contentDescriptor: DescriptorRecipe = {
  statistic: 'map',
  layers: ['block2_conv2'],
  normalisation: 'signed-sqrt',
  unitLength: true,
};

/** Most searches with a reproduction are with a scan; photographs on a wall are what moves a descriptor most. */
const scatter: ScatterWeights = {
  quarters: 2,
  label: 8,
  reproductions: {
    scan: 6,
    frontal: 4,
    ornate: 4,
    oblique: 4,
    partial: 1,
    screen: 1,
    print: 1,
    varnish: 1,
    grey: 1,
    faded: 1,
  },
};

export const recipes: readonly Recipe[] = [
  {
    name: 'default',
    network: 'vgg19',
    view: { frame: 'whole', sizePx: 256 },
    embeddings: {
      // Chosen by folds of artists, against reproductions: docs/quality.md.
      style: {
        descriptor: {
          statistic: 'mean-std',
          layers: ['block3_conv1', 'block3_conv2', 'block3_conv3', 'block3_conv4'],
          normalisation: 'signed-sqrt',
          unitLength: true,
        },
        projection: { kind: 'wccn', dimensions: 768, exponent: 0.6, shrinkage: 0.02, scatter },
      },
      // Among the best at "same subject, other style" on the sample collection: models/default/README.md.
      content: {
        descriptor: contentDescriptor,
        projection: { kind: 'pca-whitened', dimensions: 128, exponent: 0.75 },
      },
    },
  },
  /** The default's, as the compact network predicts it: for where VGG19 cannot be had, and for browsers. */
  {
    name: 'lite',
    network: 'lite',
    view: { frame: 'whole', sizePx: 256 },
    embeddings: {
      style: {
        descriptor: {
          statistic: 'mean-std',
          layers: ['block3_moments'],
          localMoments: 256,
          normalisation: 'signed-sqrt',
          unitLength: true,
        },
        // In bytes, since browsers download both: 2.6 MB and not 5.2.
        projection: {
          kind: 'wccn',
          dimensions: 768,
          exponent: 0.9,
          shrinkage: 0.1,
          scatter,
          encoding: 'int8',
        },
      },
      content: {
        descriptor: contentDescriptor,
        projection: { kind: 'pca-whitened', dimensions: 128, exponent: 0.9, encoding: 'int8' },
      },
    },
  },
  /** The 2019 article that Gafu began from. */
  {
    name: 'article',
    network: 'vgg19',
    view: squareView,
    embeddings: {
      style: {
        descriptor: { statistic: 'gram', layers: ['block2_conv2'], normalisation: 'none', unitLength: false },
        projection: { kind: 'pca', dimensions: 100 },
      },
      content: {
        descriptor: { statistic: 'map', layers: ['block2_conv2'], normalisation: 'none', unitLength: false },
        projection: { kind: 'pca', dimensions: 100 },
      },
    },
  },
];

/** What must be measured of a picture to embed it; with `fitting`, also what the projection is fitted on. */
export function statisticsOf(
  { descriptor, projection }: EmbeddingRecipe,
  { fitting }: { readonly fitting: boolean },
): LayerStatistic[] {
  const statistics = [
    descriptor.statistic,
    ...(fitting && projection.kind === 'wccn' ? (['quarters'] as const) : []),
  ];
  return statistics.flatMap((statistic) => descriptor.layers.map((layer) => ({ layer, statistic })));
}

/** @throws Problem `not-found` naming the recipes there are. */
export function recipeNamed(name: string): Recipe {
  const recipe = recipes.find((known) => known.name === name);
  if (!recipe)
    throw new Problem(
      'not-found',
      `There is no recipe "${name}". There are: ${recipes.map((known) => known.name).join(', ')}.`,
    );
  return recipe;
}
