import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Recipe } from '../recipes';
import type { FittedKind } from './fit';

/**
 * Writes `<modelsDir>/<recipe>/README.md`, the card of fitted projections, unless there is one: a card with
 * measured figures, written by a person, is worth more than this one.
 */
export async function writeCardIfAbsent(
  modelsDir: string,
  recipe: Recipe,
  fitted: readonly FittedKind[],
  source: { readonly pictures: number; readonly manifest: string },
): Promise<void> {
  const lines = fitted.map(({ kind, inputLength, dimensions, explainedVariance }) => {
    const { descriptor, projection } = recipe.embeddings[kind];
    const share = (explainedVariance * 100).toFixed(1);
    return `| ${kind} | ${descriptor.statistic} of ${descriptor.layers.join(', ')} | ${descriptor.normalisation} | ${projection.kind} | ${inputLength} → ${dimensions} | ${share} % |`;
  });
  const card = `# Projections of the recipe "${recipe.name}"

| embedding | descriptor | normalisation | projection | values | variance kept |
|---|---|---|---|---|---|
${lines.join('\n')}

**From what:** fitted by \`gafu fit\` on the ${source.pictures} pictures of \`${source.manifest}\`, with ${recipe.network}.
**How good:** not measured. Run \`gafu evaluate --recipe ${recipe.name}\`.
**Licence:** the projections are statistics of these pictures as the network sees them; no picture can be rebuilt from
them. VGG19's weights are by Karen Simonyan and Andrew Zisserman, CC BY 4.0.
`;
  await writeFile(path.join(modelsDir, recipe.name, 'README.md'), card, { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}
