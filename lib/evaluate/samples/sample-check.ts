import path from 'node:path';
import type { DescriptorRecipe } from '@/lib/vision/descriptor';
import { networkKinds, type NetworkKind } from '@/lib/vision/embedding';
import type { Extractor } from '@/lib/vision/extractor';
import { loadSpace } from '@/lib/vision/node/projection-store';
import type { Recipe } from '@/lib/vision/recipes';
import { knownAnswers, type KnownAnswers } from './known-answers';
import { readListedPictures } from '../pictures/listed-pictures';
import { measurePictures } from '../pictures/measured-pictures';
import { embedAll } from '../projections/projections';

export interface SampleCheckOptions {
  readonly recipe: Recipe;
  readonly extractor: Extractor;
  readonly modelsDir: string;
  readonly dataDir: string;
  /** The folder with `manifest.csv` and `works/`. */
  readonly samplesDir: string;
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

export interface SampleCheck {
  readonly recipe: string;
  readonly answers: Readonly<Record<NetworkKind, KnownAnswers>>;
  /** The same for each layer's map as it is, without a projection, best first. */
  readonly contentLayers: readonly {
    readonly descriptor: DescriptorRecipe;
    readonly answers: KnownAnswers;
  }[];
}

/** Asks a recipe the questions whose answers are known: the sample collection, painter × subject. */
export async function checkSamples(options: SampleCheckOptions): Promise<SampleCheck> {
  const { recipe, extractor, modelsDir, samplesDir, onProgress } = options;
  const pictures = await readListedPictures(
    path.join(samplesDir, 'manifest.csv'),
    path.join(samplesDir, 'works'),
    ['artist', 'subject'],
  );
  const works = pictures.map(({ columns }) => ({
    painter: columns.artist ?? '',
    subject: columns.subject ?? '',
  }));
  const paths = pictures.map((picture) => picture.path);
  const contentRecipe = recipe.embeddings.content.descriptor;
  const layers = extractor.network.layers.map((layer): DescriptorRecipe => ({
    ...contentRecipe,
    layers: [layer],
  }));
  const descriptors = [...networkKinds.map((kind) => recipe.embeddings[kind].descriptor), ...layers];
  const wanted = descriptors.flatMap(({ layers: own, statistic }) =>
    own.map((layer) => ({ layer, statistic })),
  );
  const measured = await measurePictures(paths, wanted, {
    ...options,
    view: recipe.view,
    onProgress: (done, total) => onProgress?.('samples', done, total),
  });
  try {
    const answersIn = async (kind: NetworkKind) => {
      const { projection } = await loadSpace(modelsDir, recipe, kind, extractor.network);
      return knownAnswers(works, await embedAll(measured, paths, recipe.embeddings[kind], projection), kind);
    };
    const contentLayers = [];
    for (const descriptor of layers) {
      const embeddings = await embedAll(measured, paths, { descriptor, projection: { kind: 'none' } }, null);
      contentLayers.push({ descriptor, answers: knownAnswers(works, embeddings, 'content') });
    }
    contentLayers.sort(
      (a, b) => b.answers.answered - a.answers.answered || b.answers.precision - a.answers.precision,
    );
    return {
      recipe: recipe.name,
      answers: { style: await answersIn('style'), content: await answersIn('content') },
      contentLayers,
    };
  } finally {
    await measured.close();
  }
}

/** The check as a person reads it in a terminal. */
export function sampleCheckText({ recipe, answers, contentLayers }: SampleCheck): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(9);
  const row = (name: string, { answered, precision }: { answered: number; precision: number }) =>
    `  ${name.padEnd(28)}${percent(answered)}${percent(precision)}`;
  const section = ({ kind, works, groups, separation, ...total }: KnownAnswers) => [
    `${kind}: ${percent(total.answered).trim()} of ${works} works answered (${kind === 'style' ? '4 of the first 5 hits by its painter' : '3 of the first 5 hits of its subject'})`,
    `  separated from ${kind === 'style' ? 'content' : 'style'} in ${percent(separation).trim()} of triples`,
    `  ${''.padEnd(28)} answered precision`,
    ...groups.map((group) => row(group.name, group)),
  ];
  return [
    `Recipe "${recipe}" on the sample collection`,
    ...section(answers.style),
    ...section(answers.content),
    'content by layer, without a projection',
    ...contentLayers.map(({ descriptor, answers: own }) => row(descriptor.layers.join(', '), own)),
  ].join('\n');
}
