import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '@/lib/platform/json-file';
import { processSingleton } from '@/lib/platform/process-singleton';
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
 * The strengths shipped beside a recipe's projection of one kind; null if nothing was measured, or if it was measured
 * in another space: distances in one space say nothing about another. For palettes nothing is shipped.
 */
export async function readShippedStrength(
  modelsDir: string,
  recipe: string,
  kind: EmbeddingKind,
  spaceId: string,
): Promise<ShippedStrength | null> {
  if (kind === 'palette') return null;
  const shipped = (await strengthFile(strengthFilePath(modelsDir, recipe)))?.kinds[kind];
  return shipped?.space_id === spaceId ? shipped : null;
}

/** Parsed once for each state of the file: `gafu calibrate` may write it while a server runs. */
async function strengthFile(file: string): Promise<StrengthFile | null> {
  const parsed = processSingleton(
    'strength-files',
    () => new Map<string, { readonly version: string; readonly content: Promise<StrengthFile | null> }>(),
  );
  const found = await stat(file).catch(() => null);
  if (found === null) return null;
  const version = `${found.mtimeMs} ${found.size} ${found.ino}`;
  const held = parsed.get(file);
  if (held?.version === version) return held.content;
  const content = readJsonFile(file, strengthFileSchema);
  parsed.set(file, { version, content });
  return content;
}
