import { z } from 'zod';
import { readJsonFile } from '@/lib/platform/json-file';

const rowSchema = z.object({
  name: z.string(),
  descriptors: z.array(z.object({ statistic: z.string(), layers: z.array(z.string()) })),
  projection: z.looseObject({ kind: z.string() }),
  views: z.unknown().optional(),
  comparison: z.unknown().optional(),
  /** `core`: measured on fewer pictures than the others. */
  pictures: z.string().default('all'),
  all: z.object({ map_at_10: z.number(), map_at_10_confidence_95: z.tuple([z.number(), z.number()]) }),
});
const resultsSchema = z.object({
  format: z.string(),
  pictures: z.int(),
  artists: z.int(),
  /** Best first. */
  rows: z.array(rowSchema).min(1),
});
export type ExperimentResults = z.infer<typeof resultsSchema>;
export type ExperimentRow = z.infer<typeof rowSchema>;

/** The comparison of recipes on all pictures that `npm run experiments` wrote; null where it is not there. */
export async function readExperiments(file: string): Promise<ExperimentResults | null> {
  const results = await readJsonFile(file, resultsSchema);
  return results && { ...results, rows: results.rows.filter(({ pictures }) => pictures === 'all') };
}

/**
 * The rows that differ in their layer alone: one layer's `mean-std`, shown and reduced as most of them are. In order of the
 * network's layers, whose names sort so.
 */
export function layerRows({
  rows,
}: ExperimentResults): readonly (ExperimentRow & { readonly layer: string })[] {
  const single = rows.flatMap((row) => {
    const [descriptor, ...more] = row.descriptors;
    const [layer, ...others] = descriptor?.layers ?? [];
    const alone = descriptor?.statistic === 'mean-std' && more.length + others.length === 0;
    return alone && layer ? [{ ...row, layer }] : [];
  });
  const key = ({ projection, views, comparison }: ExperimentRow) =>
    JSON.stringify([projection, views, comparison]);
  const counts = new Map<string, number>();
  for (const row of single) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const usual = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  const chosen = new Map<string, (typeof single)[number]>();
  for (const row of single) if (key(row) === usual && !chosen.has(row.layer)) chosen.set(row.layer, row);
  return [...chosen.values()].sort((a, b) => (a.layer < b.layer ? -1 : 1));
}
