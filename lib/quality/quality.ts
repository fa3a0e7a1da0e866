import path from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '@/lib/platform/json-file';

/** A mean over queries with its 95 % bootstrap interval, whole artists resampled. */
const estimateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof estimateSchema>;

const figuresSchema = z.object({
  recipe: z.string(),
  label: z.enum(['artist', 'movement']),
  queries: z.int(),
  classes: z.int(),
  /** Precision of a blind guess. */
  chance: z.number(),
  precision_at_1: estimateSchema,
  map_at_10: estimateSchema,
  /** mAP@10, the mean over labels of the mean within each. */
  map_at_10_class_mean: z.number(),
});
export type QualityFigures = z.infer<typeof figuresSchema>;

const subsetSchema = z.object({ queries: z.int(), chance: z.number(), map_at_10: z.number() });

/** What becomes of a search that is asked with simulated reproductions of one kind and not with the pictures themselves. */
const reproductionFiguresSchema = z.object({
  kind: z.string(),
  /** Reproductions asked. */
  queries: z.int(),
  /** Share whose own picture is the first hit. */
  own_first: z.number(),
  /** Among the first ten, apart from the own picture: share with its label. */
  precision_at_10: z.number(),
  /** The same if the collection does not hold the picture; not in files that were written before it was measured. */
  absent_precision_at_10: z.number().optional(),
  /** The same of the pictures that they reproduce. */
  clean_precision_at_10: z.number(),
  /** Share of the picture's first ten that are among the reproduction's. */
  overlap_at_10: z.number(),
});
export type ReproductionFigures = z.infer<typeof reproductionFiguresSchema>;

/** A work of the sample collection, as the manifest names it. */
const sampleWorkSchema = z.object({
  file: z.string(),
  title: z.string(),
  artist: z.string(),
  subject: z.string(),
});
export type SampleWork = z.infer<typeof sampleWorkSchema>;

const sampleAnswersSchema = z.object({
  works: z.int(),
  answered: z.number(),
  precision: z.number(),
  separation: z.number(),
  /** Queries whose first hits are worst, one a painter or subject, with those hits in order. */
  wrong: z.array(
    z.object({ query: sampleWorkSchema, hits: z.array(sampleWorkSchema.extend({ right: z.boolean() })) }),
  ),
});
export type SampleAnswers = z.infer<typeof sampleAnswersSchema>;

/** `models/<recipe>/quality.json`, written by `gafu calibrate`: what the page /quality draws. */
export const qualitySchema = z.object({
  format: z.literal('gafu-quality-1'),
  recipe: z.string(),
  /** The spaces of the recipe's shipped projections: the figures are for these and no others. */
  spaces: z.object({ style: z.string(), content: z.string() }),
  pictures: z.int(),
  artists: z.int(),
  /** How it was measured, in words. */
  protocol: z.string(),
  /** Of the recipe and the one it is compared with, by artist and by movement. */
  figures: z.array(figuresSchema),
  /** Candidates only from the query's own source collection, and only from others; null where sources are unknown. */
  sources: z.object({ within: subsetSchema, across: subsetSchema }).nullable(),
  /** By kind of reproduction; none in files that were written before there were any. */
  reproductions: z.array(reproductionFiguresSchema).default([]),
  /** Artists by how many of their works are queries. */
  by_works: z.array(
    z.object({ from: z.int(), to: z.int().nullable(), artists: z.int(), map_at_10: z.number() }),
  ),
  /** Of the first ten hits of a movement's works, which share is of which movement; null without movements. */
  movement_confusion: z
    .object({
      labels: z.array(z.string()),
      queries: z.array(z.int()),
      shares: z.array(z.array(z.number())),
    })
    .nullable(),
  samples: z.object({ style: sampleAnswersSchema, content: sampleAnswersSchema }),
});
export type Quality = z.infer<typeof qualitySchema>;

export function qualityFilePath(modelsDir: string, recipe: string): string {
  return path.join(modelsDir, recipe, 'quality.json');
}

/** What was measured of a recipe; null where nothing was. */
export function readQuality(modelsDir: string, recipe: string): Promise<Quality | null> {
  return readJsonFile(qualityFilePath(modelsDir, recipe), qualitySchema);
}
