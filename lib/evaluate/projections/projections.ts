import { toUnitLength } from '@/lib/vision/descriptor';
import type { Embedding } from '@/lib/vision/embedding';
import { fitProjection } from '@/lib/vision/fit-projection';
import { project, type Projection } from '@/lib/vision/projection';
import type { EmbeddingRecipe } from '@/lib/vision/recipes';
import type { ListedPicture } from '../pictures/listed-pictures';
import type { MeasuredPictures } from '../pictures/measured-pictures';

/**
 * Fits a recipe's projection on some of the pictures, as `gafu fit` does on all of them; null when it needs none.
 * @param labelColumn what `gafu fit --label` names: the column that says what belongs together; null for none
 */
export async function fitOn(
  measured: MeasuredPictures,
  pictures: readonly ListedPicture[],
  recipe: EmbeddingRecipe,
  labelColumn: string | null,
): Promise<Projection | null> {
  if (recipe.projection.kind === 'none') return null;
  const rows = measured.fitRows(
    pictures.map(({ path }) => path),
    recipe,
    labelColumn === null ? null : pictures.map(({ columns }) => columns[labelColumn] ?? ''),
  );
  return (await fitProjection(rows, recipe.projection)).projection;
}

/** Embeddings of these pictures; a null projection stands for no reduction. */
export async function embedAll(
  measured: MeasuredPictures,
  pictures: readonly string[],
  recipe: EmbeddingRecipe,
  projection: Projection | null,
): Promise<Embedding[]> {
  const embeddings: Embedding[] = [];
  for (const picture of pictures) {
    const descriptor = await measured.descriptor(picture, recipe.descriptor);
    embeddings.push(projection ? project(descriptor, projection) : toUnitLength(descriptor));
  }
  return embeddings;
}
