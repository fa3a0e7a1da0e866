/**
 * The embedded index's exact scan: how it grows with the collection, and what it gains over the plain way (a loop
 * over arrays of vectors and a sort). 128 dimensions, first 24 hits. Medians; read the ratios, not the times.
 */
import { median } from '@/lib/platform/quantile';
import { rankWorks } from '@/lib/search/embedded/rank';
import { WorkTable } from '@/lib/search/embedded/work-table';
import { type IndexTerm } from '@/lib/search/search-index';
import { type EmbeddingKind } from '@/lib/vision/embedding';

const dims = 128;
const sizes = [1_000, 20_000, 100_000];
const limit = 24;

/** A unit vector; clustered or not makes no difference to an exact scan. */
function randomVector(): Float32Array {
  const values = Float32Array.from({ length: dims }, () => Math.random() - 0.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

function medianMs(run: () => unknown, runs: number): number {
  const times = Array.from({ length: runs + 2 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  // The first two warm the compiler up.
  return median(times.slice(2));
}

function plainWay(vectors: readonly Float32Array[], query: Float32Array): number[] {
  const scores = vectors.map((vector) => vector.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0));
  return scores
    .map((_, row) => row)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, limit);
}

function measure(size: number) {
  const table = new WorkTable(['content', 'style']);
  const vectors = Array.from({ length: size }, randomVector);
  vectors.forEach((vector, i) => {
    table.set(`work${i}`, 'style', vector);
    table.set(`work${i}`, 'content', randomVector());
  });
  const term = (kind: EmbeddingKind): IndexTerm => ({
    kind,
    spaceId: kind,
    vector: randomVector(),
    weight: 0.5,
  });
  const everyTwentieth = vectors.flatMap((_, i) => (i % 20 === 0 ? [`work${i}`] : []));
  const rank = (terms: readonly IndexTerm[], offset = 0, matching: readonly string[] | null = null) =>
    rankWorks(table, { terms, excludeIds: ['work0'], offset, limit }, matching);
  const runs = Math.max(9, Math.min(201, Math.round(2_000_000 / size)));
  return {
    style: medianMs(() => rank([term('style')]), runs),
    blend: medianMs(() => rank([term('style'), term('content')]), runs),
    eightTerms: medianMs(() => rank(Array.from({ length: 8 }, () => term('style'))), runs),
    filtered: medianMs(() => rank([term('style')], 0, everyTwentieth), runs),
    deepPage: medianMs(() => rank([term('style')], Math.min(size - limit, 9_576)), runs),
    plain: medianMs(() => plainWay(vectors, randomVector()), 9),
  };
}

const results = sizes.map((size) => ({ size, ...measure(size) }));
const perWork = ({ size, style }: { size: number; style: number }) => (1e6 * style) / size;
const smallest = results[0];
const ratio = (part: number, whole: number) => (part / whole).toFixed(2);

console.log(`${dims} dimensions, first ${limit} hits; × is against "one term" of the same size\n`);
console.table(
  Object.fromEntries(
    results.map((result) => [
      `${result.size} works`,
      {
        'one term, ms': result.style.toFixed(2),
        'ns a work': perWork(result).toFixed(0),
        'a work, × of smallest': smallest ? ratio(perWork(result), perWork(smallest)) : '',
        'style + content ×': ratio(result.blend, result.style),
        'eight terms ×': ratio(result.eightTerms, result.style),
        '5 % filter ×': ratio(result.filtered, result.style),
        'page 400 ×': ratio(result.deepPage, result.style),
        'plain way ×': ratio(result.plain, result.style),
      },
    ]),
  ),
);
