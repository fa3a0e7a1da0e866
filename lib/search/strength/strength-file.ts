import path from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '@/lib/platform/json-file';
import { type EmbeddingKind, type NetworkKind } from '@/lib/vision/embedding';
import { sharesPercent } from './distribution';

const distributionSchema = z.object({
  count: z.int().positive(),
  /** Cosines at the shares of `sharesPercent`. */
  quantiles: z.array(z.number()).length(sharesPercent.length),
});

const kindSchema = z.object({
  /** The space that the recipe's shipped projection makes. */
  space_id: z.string(),
  projection_id: z.string(),
  /** On which pictures, and by which projection, in words. */
  measured_on: z.string(),
  works: z.int(),
  label: z.enum(['artist', 'subject']),
  random: distributionSchema,
  same: distributionSchema,
});

/** `models/<recipe>/strength.json`, written by `gafu calibrate`. */
export const strengthFileSchema = z.object({
  format: z.literal('gafu-strength-1'),
  kinds: z.object({ style: kindSchema, content: kindSchema } satisfies Record<
    NetworkKind,
    typeof kindSchema
  >),
});
export type StrengthFile = z.infer<typeof strengthFileSchema>;
export type ShippedStrength = z.infer<typeof kindSchema>;

export function strengthFilePath(modelsDir: string, recipe: string): string {
  return path.join(modelsDir, recipe, 'strength.json');
}

/**
 * What is shipped beside a recipe's projection of one kind; null where nothing was measured, or for another space
 * than this: distances of one space say nothing of another. Of palettes nothing is shipped.
 */
export async function readShippedStrength(
  modelsDir: string,
  recipe: string,
  kind: EmbeddingKind,
  spaceId: string,
): Promise<ShippedStrength | null> {
  const file = await readJsonFile(strengthFilePath(modelsDir, recipe), strengthFileSchema);
  const shipped = kind === 'palette' ? undefined : file?.kinds[kind];
  return shipped?.space_id === spaceId ? shipped : null;
}
