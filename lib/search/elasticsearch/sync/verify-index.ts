import { type estypes } from '@elastic/elasticsearch';
import { sampleEmbeddings } from '@/lib/catalog/embeddings.repository';
import { Problem } from '@/lib/platform/problem';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { countDifferences, repairIndex, sumOf } from './catch-up';
import { type OwnIndex } from '../own-indices';
import { rankHits, rankingLimits } from '../query/rank-hits';
import { countRequests, type ResolvedRequest, totalOf } from '../query/search-requests';
import { type Upkeep } from './maintenance';

/** How an index that is about to be searched compares with Postgres and with exact answers. */
export interface IndexVerification {
  readonly works: number;
  /** Of the ten nearest works in each kind, the share that its graphs find; 1 where there is nothing to look for. */
  readonly recallAt10: number;
  /** How many times ten nearest works were looked for. */
  readonly sampled: number;
}

const recallMin = 0.99;
const sampleWorks = 50;
const nearest = 10;

/**
 * Holds a filled index to what it should hold, work by work, and its graphs to what exact scores find.
 * @throws Problem `conflict` telling what it lacks
 */
export async function verifyIndex(upkeep: Upkeep, index: OwnIndex): Promise<IndexVerification> {
  // What a write in flight has left: told again, it must be gone.
  await repairIndex(upkeep, index);
  const counts = await countDifferences(upkeep, index);
  if (sumOf(counts) > 0)
    throw new Problem(
      'conflict',
      `The index ${index.name} differs from Postgres in ${sumOf(counts)} works. Searches are answered as before; the log tells which works Elasticsearch refuses.`,
      { differences: counts },
    );
  const { recallAt10, sampled } = await measureRecall(upkeep, index);
  if (recallAt10 < recallMin)
    throw new Problem(
      'conflict',
      `The graphs of ${index.name} find ${(100 * recallAt10).toFixed(1)} % of the ten nearest works; ${100 * recallMin} % are asked for. Searches are answered as before. Try ELASTICSEARCH_VECTORS=hnsw.`,
      { recallAt10 },
    );
  const { count } = await upkeep.client.count({ index: index.name });
  return { works: count, recallAt10, sampled };
}

/** In one point in time, so that graphs and exact scores see the same works. */
async function measureRecall(
  { client, db, shape }: Upkeep,
  index: OwnIndex,
): Promise<Pick<IndexVerification, 'recallAt10' | 'sampled'>> {
  const { id: pit } = await client.openPointInTime({ index: index.name, keep_alive: '5m' });
  const ask = ({ index: _, ...request }: estypes.SearchRequest) =>
    client.search({ ...request, pit: { id: pit, keep_alive: '5m' } });
  const asking = { client, ask, shape };
  let wanted = 0;
  let found = 0;
  let sampled = 0;
  try {
    for (const [kind, spaceId] of Object.entries(index.spaces) as [EmbeddingKind, string][]) {
      for (const { artworkId, vector } of await sampleEmbeddings(db, spaceId, sampleWorks)) {
        const request: ResolvedRequest = {
          target: index.name,
          terms: [{ kind, spaceId, vector, weight: 1 }],
          filter: {},
          text: null,
          excludeIds: [artworkId],
          offset: 0,
          limit: nearest,
        };
        const total = totalOf(await Promise.all(countRequests(request).map(ask)));
        const exact = await rankHits(asking, request, total, { ...rankingLimits, exactWorksMax: Infinity });
        const byGraph = await rankHits(asking, request, total, { ...rankingLimits, exactWorksMax: 0 });
        const ids = new Set(byGraph.map(({ artworkId: id }) => id));
        wanted += exact.length;
        found += exact.filter(({ artworkId: id }) => ids.has(id)).length;
        sampled += 1;
      }
    }
  } finally {
    await client.closePointInTime({ id: pit }).catch(() => undefined);
  }
  return { recallAt10: wanted === 0 ? 1 : found / wanted, sampled };
}
