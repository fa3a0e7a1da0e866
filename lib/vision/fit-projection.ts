import { principalComponents, type PrincipalComponents, type RowBlocks } from './principal-components';
import { roundRows } from './projection-codec';
import type { FittedRecipe, MatrixEncoding, Projection } from './projection';
import { withinClassWhitening, type GroupedRows } from './within-class';

/** What a projection is fitted on. */
export interface FitRows {
  /** A descriptor per picture. */
  readonly rows: RowBlocks;
  /** What `wccn` takes the differences of that are no differences of style: quarters of each picture; none for PCA. */
  readonly groupings: readonly GroupedRows[];
  /** Called before every pass over the rows. */
  readonly onPass?: (pass: number, passes: number) => void;
}

export interface Fit {
  readonly projection: Projection;
  /** Share of the descriptors' variance (`wccn`: after whitening) that the kept directions hold, 0–1. */
  readonly explainedVariance: number;
}

/** Principal components in which `wccn` looks for its directions. */
const wccnRank = 1024;
/** Components weaker than this share of the strongest are noise: whitening would blow them up, so they are left out. */
const weakestShare = 1e-9;

/** The principal components in which a projection is looked for. */
export function componentsFor({ rows, onPass }: FitRows, recipe: FittedRecipe): Promise<PrincipalComponents> {
  const { kind, dimensions } = recipe;
  return principalComponents(rows, {
    rank: kind === 'wccn' ? Math.max(wccnRank, dimensions) : dimensions,
    onPass,
  });
}

/**
 * Fits a projection as the recipe says, rounded as it will be stored. Long work is on the TensorFlow.js backend.
 * @param known the rows' components as {@link componentsFor} finds them, where they are at hand
 */
export async function fitProjection(
  fit: FitRows,
  recipe: FittedRecipe,
  known?: PrincipalComponents,
): Promise<Fit> {
  const { dimensions } = recipe;
  const found = known ?? (await componentsFor(fit, recipe));
  if (recipe.kind !== 'wccn') {
    const projection = fittedProjection(found, recipe);
    const kept = found.variances.subarray(0, projection.dimensions);
    return {
      projection,
      explainedVariance: kept.reduce((sum, variance) => sum + variance, 0) / found.totalVariance,
    };
  }
  const components = strongest(found);
  const { matrix, variances, explainedVariance } = await withinClassWhitening(
    components,
    fit.groupings,
    recipe,
  );
  const directions = onDescriptors(matrix, components);
  const projection = affine({ mean: components.mean, directions, variances }, dimensions, recipe);
  return { projection, explainedVariance };
}

/**
 * Principal components → a projection, rounded as it will be stored: row k is direction k ÷ σₖ^exponent, where σₖ
 * is the standard deviation along it.
 */
export function fittedProjection(
  components: PrincipalComponents,
  recipe: Exclude<FittedRecipe, { kind: 'wccn' }>,
): Projection {
  const exponent = recipe.kind === 'pca-whitened' ? recipe.exponent : 0;
  return affine(strongest(components), recipe.dimensions, { exponent, encoding: recipe.encoding });
}

function strongest(components: PrincipalComponents): PrincipalComponents {
  const { variances } = components;
  return leading(
    components,
    variances.filter((variance) => variance > (variances[0] ?? 0) * weakestShare).length,
  );
}

/** At most so many of the components, strongest first. */
export function leading(components: PrincipalComponents, rankMax: number): PrincipalComponents {
  const { variances, directions, mean } = components;
  return {
    ...components,
    variances: variances.slice(0, rankMax),
    directions: directions.slice(0, rankMax * mean.length),
  };
}

/** The offset is computed from the rounded rows, so the mean lands on zero. */
function affine(
  { mean, directions, variances }: Omit<PrincipalComponents, 'totalVariance'>,
  dimensionsMax: number,
  { exponent, encoding }: { readonly exponent: number; readonly encoding?: MatrixEncoding },
): Projection {
  const inputLength = mean.length;
  const dimensions = Math.min(dimensionsMax, variances.length);
  const matrix = directions.slice(0, dimensions * inputLength);
  const scale = roundRows(matrix, dimensions, encoding).map(
    (stretch, row) => stretch / Math.sqrt(variances[row] as number) ** exponent,
  );
  return centredProjection(matrix, scale, mean);
}

/** The projection y = scale ∘ (M·x) − offset that takes the mean to zero. */
export function centredProjection(matrix: Float32Array, scale: Float32Array, mean: Float32Array): Projection {
  const inputLength = mean.length;
  const offset = scale.map((factor, row) => {
    let sum = 0;
    for (let i = 0; i < inputLength; i++)
      sum += (matrix[row * inputLength + i] as number) * (mean[i] as number);
    return sum * factor;
  });
  return { inputLength, dimensions: scale.length, matrix, scale, offset };
}

/**
 * A linear map out of the space of principal components, as one of descriptors: [rows][rank] → [rows][inputLength],
 * row-major.
 */
export function onDescriptors(
  matrix: Float32Array,
  { directions, variances: { length: rank } }: Pick<PrincipalComponents, 'directions' | 'variances'>,
): Float32Array {
  const rows = matrix.length / rank;
  const columns = directions.length / rank;
  const result = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const sum = new Float64Array(columns);
    for (let k = 0; k < rank; k++) {
      const factor = matrix[row * rank + k] as number;
      for (let column = 0; column < columns; column++)
        sum[column] = (sum[column] as number) + factor * (directions[k * columns + column] as number);
    }
    result.set(sum, row * columns);
  }
  return result;
}
