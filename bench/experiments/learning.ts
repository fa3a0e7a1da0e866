import { centredProjection, leading, onDescriptors, type FitRows } from '@/lib/vision/fit-projection';
import type { PrincipalComponents } from '@/lib/vision/principal-components';
import type { Projection } from '@/lib/vision/projection';
import { seededNormals } from '@/lib/vision/random';
import { coordinatesOf, withinClassWhitening } from '@/lib/vision/within-class';
import type { Reduction } from './candidates';
import { contrastiveHead } from './contrastive-head';
import { clusters } from './clusters';

/** Leading components that learning begins in. */
const rank = 512;
/** They are partly whitened first, as the best PCA is. */
const exponent = 0.75;
const shrinkage = 0.3;
const pseudoClasses = 200;

/**
 * Learns a linear reduction: at random (what any learning must beat), by linear discriminants (Fisher's, the
 * within-class scatter shrunk), or by a contrastive head on classes: the artists, or clusters of pictures.
 *
 * @param fit rows, and groupings: quarters by picture, then pictures by artist
 * @param found the rows' principal components
 */
export async function learnReduction(
  fit: FitRows,
  reduction: Reduction,
  found: PrincipalComponents,
): Promise<Projection> {
  const { kind, dimensions } = reduction;
  const { rows } = fit;
  const components = leading(found, Math.min(rank, rows.rows - 1));
  const width = components.variances.length;
  if (kind === 'random') {
    const matrix = Float32Array.from(seededNormals(dimensions * rows.columns, 1));
    return unscaled(matrix, components.mean);
  }
  const [quarters, artists] = fit.groupings;
  if (!quarters || !artists) throw new Error('learning needs quarters and artists');
  if (kind === 'lda') {
    const { matrix } = await withinClassWhitening(components, [artists], { dimensions, shrinkage });
    return unscaled(onDescriptors(matrix, components), components.mean);
  }
  const scale = components.variances.map((variance) => variance ** (-exponent / 2));
  const wholes = scaled(await coordinatesOf(components, rows), scale);
  const parts = scaled(await coordinatesOf(components, quarters.rows), scale);
  const classes =
    kind === 'pseudo-classes' ? clusters(wholes, width, { count: pseudoClasses, seed: 1 }) : artists.groups;
  const head = await contrastiveHead({ wholes, parts, width, classes, dimensions });
  return unscaled(onDescriptors(scaled(head, scale), components), components.mean);
}

/** Each row's values times those of `scale`. */
function scaled(rows: Float32Array, scale: Float64Array): Float32Array {
  return rows.map((value, index) => value * (scale[index % scale.length] as number));
}

function unscaled(matrix: Float32Array, mean: Float32Array): Projection {
  return centredProjection(matrix, new Float32Array(matrix.length / mean.length).fill(1), mean);
}
