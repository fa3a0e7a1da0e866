import { type estypes } from '@elastic/elasticsearch';
import { sampleEmbeddings } from '@/lib/catalog/embeddings.repository';
import { Problem } from '@/lib/platform/problem';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { repairIndex } from './catch-up';
import { countDifferences, sumOf } from './compare-index';
import { type ManagedIndex } from '../managed-indices';
import { countRequests, totalOf } from '../query/count';
import { type ResolvedRequest } from '../query/filter';
import { rankHits } from '../query/rank-hits';
import { rankingLimits } from '../query/ranking-plan';
import { encodingsFor } from '../vector-encoding';
import { type IndexMaintenance } from './maintenance';

/** How an index compares with Postgres and with exact ranking before it goes live. */
export interface IndexVerification {
  readonly works: number;
  /** The share of the ten nearest works of each kind that its graphs find; 1 if there is nothing to find. */
  readonly recallAt10: number;
  /** How many searches were compared. */
  readonly sampled: number;
}

const recallMin = 0.99;
const sampleWorks = 50;
const nearest = 10;

/**
 * Compares a filled index with Postgres, work by work, and its graphs with exact ranking.
 * @throws Problem `conflict` if it is not good enough, saying how
 */
export async function verifyIndex(
  maintenance: IndexMaintenance,
  index: ManagedIndex,
): Promise<IndexVerification> {
  // A write that was still in flight can leave a difference; a repaired index must have none.
  await repairIndex(maintenance, index);
  const counts = await countDifferences(maintenance, index);
  if (sumOf(counts) > 0)
    throw new Problem(
      'conflict',
      `The index ${index.name} differs from Postgres in ${sumOf(counts)} works. Searches are answered from the old index. The log names the works that Elasticsearch rejects.`,
      { differences: counts },
    );
  const { recallAt10, sampled } = await measureRecall(maintenance, index);
  if (recallAt10 < recallMin)
    throw new Problem(
      'conflict',
      `The graphs of ${index.name} find ${(100 * recallAt10).toFixed(1)} % of the ten nearest works; at least ${100 * recallMin} % are required. Searches are answered from the old index. Try ELASTICSEARCH_VECTORS=hnsw.`,
      { recallAt10 },
    );
  const { count } = await maintenance.client.count({ index: index.name });
  return { works: count, recallAt10, sampled };
}

/** All in one point in time, so that graphs and exact ranking see the same works. */
async function measureRecall(
  { client, db, layout }: IndexMaintenance,
  index: ManagedIndex,
): Promise<Pick<IndexVerification, 'recallAt10' | 'sampled'>> {
  const { id: pit } = await client.openPointInTime({ index: index.name, keep_alive: '5m' });
  const search = ({ index: _, ...request }: estypes.SearchRequest) =>
    client.search({ ...request, pit: { id: pit, keep_alive: '5m' } });
  const context = { client, search, layout };
  const { vectorForm } = await encodingsFor(client);
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
          vectorForm,
          excludeIds: [artworkId],
          offset: 0,
          limit: nearest,
        };
        const total = totalOf(await Promise.all(countRequests(request).map(search)));
        const exact = await rankHits(context, request, total, { ...rankingLimits, exactWorksMax: Infinity });
        const byGraph = await rankHits(context, request, total, { ...rankingLimits, exactWorksMax: 0 });
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
