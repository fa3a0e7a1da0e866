import type { PrincipalComponents } from './principal-components';
import { roundRows } from './projection-codec';
import type { Projection, ProjectionRecipe } from './projection';

/** Components weaker than this share of the strongest are noise: whitening would blow them up, so they are left out. */
const weakestShare = 1e-9;

/**
 * Principal components → a projection, rounded as it will be stored: row k is direction k ÷ σₖ^exponent, where σₖ
 * is the standard deviation along it. The offset is computed from the rounded rows, so the mean lands on zero.
 */
export function fittedProjection(
  components: PrincipalComponents,
  recipe: Exclude<ProjectionRecipe, { kind: 'none' }>,
): Projection {
  const { mean, variances } = components;
  const inputLength = mean.length;
  const strong = variances.filter((variance) => variance > (variances[0] ?? 0) * weakestShare).length;
  const dimensions = Math.min(recipe.dimensions, strong);
  const matrix = components.directions.slice(0, dimensions * inputLength);
  const exponent = recipe.kind === 'pca-whitened' ? recipe.exponent : 0;
  const scale = roundRows(matrix, dimensions).map(
    (stretch, row) => stretch / Math.sqrt(variances[row] as number) ** exponent,
  );
  const offset = Float32Array.from(scale, (factor, row) => {
    let product = 0;
    for (let i = 0; i < inputLength; i++)
      product += (matrix[row * inputLength + i] as number) * (mean[i] as number);
    return product * factor;
  });
  return { inputLength, dimensions, matrix, scale, offset };
}
