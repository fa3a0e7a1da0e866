import { median, quantile } from '@/lib/platform/quantile';
import { type IndexRequest } from '@/lib/search/search-index';
import { type Case, cases, requestOf } from './cases';
import { type ExactRanking } from './embedded';
import { type Subject } from './subject';
import { type StyleLength, type SyntheticCollection } from './synthetic';

/** One case of one subject, over all queries. */
export interface Measurement {
  readonly subject: string;
  readonly isDefault: boolean;
  readonly works: number;
  readonly styleLength: StyleLength;
  readonly case: string;
  /** From request in to response out. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Median of what is not Elasticsearch's own time; null where it takes no part. */
  readonly overheadP50Ms: number | null;
  /** Of the ten nearest works, the share that is found. */
  readonly recallAt10: number;
}

const warmUps = 3;
const nearest = 10;

interface Sample {
  readonly ms: number;
  readonly tookMs: number | null;
  readonly recall: number;
}

/**
 * Asks every subject the same queries in turn, so that whatever else the machine does falls on all of them alike.
 * @param truths by collection, what ranks it exactly
 */
export async function measure(
  subjects: readonly Subject[],
  truths: ReadonlyMap<SyntheticCollection, ExactRanking>,
  { queries, onProgress }: { queries: number; onProgress: (query: number) => void },
): Promise<readonly Measurement[]> {
  const samples = new Map<string, Sample[]>();
  const drawn = new Map([...truths.keys()].map((one) => [one, one.queries(warmUps + queries)]));
  for (let query = 0; query < warmUps + queries; query++) {
    for (const each of cases) {
      // Once for all that are held against it: a scan of a million works takes longer than most of them.
      const wanted = new Map<SyntheticCollection, readonly string[]>();
      for (const subject of subjects.filter((one) => one.cases.includes(each))) {
        const truth = truths.get(subject.collection);
        const work = drawn.get(subject.collection)?.[query];
        if (!truth || work === undefined) throw new Error(`Nothing exact to hold ${subject.name} against`);
        const request = requestOf(subject.collection, each, work);
        const nearestTo = wanted.get(subject.collection) ?? truth(request, nearest);
        wanted.set(subject.collection, nearestTo);
        const sample = await ask(subject, request, nearestTo);
        if (query < warmUps) continue;
        const key = keyOf(subject, each);
        samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
    onProgress(query + 1 - warmUps);
  }
  return subjects.flatMap((subject) =>
    subject.cases.map((each) => summary(subject, each, samples.get(keyOf(subject, each)) ?? [])),
  );
}

async function ask(subject: Subject, request: IndexRequest, wanted: readonly string[]): Promise<Sample> {
  const started = performance.now();
  const { ids, tookMs } = await subject.search(request);
  const ms = performance.now() - started;
  const found = ids.slice(0, nearest);
  return {
    ms,
    tookMs,
    recall: wanted.filter((id) => found.includes(id)).length / Math.max(1, wanted.length),
  };
}

function summary(subject: Subject, each: Case, samples: readonly Sample[]): Measurement {
  const times = Float64Array.from(samples, ({ ms }) => ms).sort();
  const overheads = samples.flatMap(({ ms, tookMs }) => (tookMs === null ? [] : [ms - tookMs]));
  return {
    subject: subject.name,
    isDefault: subject.isDefault,
    works: subject.collection.works,
    styleLength: subject.collection.styleLength,
    case: each.name,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    overheadP50Ms: overheads.length === 0 ? null : median(overheads),
    recallAt10: samples.reduce((sum, { recall }) => sum + recall, 0) / Math.max(1, samples.length),
  };
}

function keyOf({ name, collection }: Subject, each: Case): string {
  return JSON.stringify([name, collection.works, collection.styleLength, each.name]);
}
