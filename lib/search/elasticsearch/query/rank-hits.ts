import { type Client, type estypes } from '@elastic/elasticsearch';
import { timed } from '@/lib/platform/stage';
import { dot } from '@/lib/vision/dot';
import { blendTerms, explainCosines } from '../../blend';
import { type IndexHit } from '../../search-index';
import { hitVector } from '../vector-encoding';
import { type ResolvedRequest } from './filter';
import {
  type GraphLayout,
  hitsOnPage,
  planExactRanking,
  planRanking,
  type RankingLimits,
  type RankingPlan,
} from './ranking-plan';
import { exactRequest } from './ranking-requests';

export interface RankingContext {
  readonly client: Client;
  search(request: estypes.SearchRequest): Promise<estypes.SearchResponse>;
  readonly layout: GraphLayout;
}

/** A ranking request that was sent before the total was known, and its answer. */
export interface EarlyRanking {
  readonly method: RankingPlan['method'];
  readonly response: estypes.SearchResponse;
}

/**
 * One page of hits.
 * @param total how many works match
 * @param early used if the plan still has the same method now that the total is known
 */
export async function rankHits(
  context: RankingContext,
  request: ResolvedRequest,
  total: number,
  limits: RankingLimits,
  early?: EarlyRanking,
): Promise<IndexHit[]> {
  const plan = planRanking(request, total, limits, context.layout);
  const carryOut = async (plan: RankingPlan): Promise<readonly estypes.SearchHit[]> => {
    if (plan.method === 'nothing') return [];
    if (plan.request === null) return deepPage(context, request, limits.window);
    const response = plan.method === early?.method ? early.response : await context.search(plan.request);
    return response.hits.hits;
  };
  let hits = await carryOut(plan);
  // A filter can cut a graph into parts that the walk does not reach.
  if (plan.method === 'graphs' && hits.length < hitsOnPage(request, total))
    hits = await carryOut(planExactRanking(request, limits));
  return timed('rescoring', () => rescored(hits, request));
}

/** A page behind the result window: hit after hit in one point in time, a window at most in each step. */
async function deepPage(
  { client, search }: RankingContext,
  request: ResolvedRequest,
  window: number,
): Promise<estypes.SearchHit[]> {
  const { id: pit } = await client.openPointInTime({ index: request.target, keep_alive: '1m' });
  try {
    let after: estypes.SortResults | null = null;
    for (let left = request.offset; left > 0;) {
      const size = Math.min(left, window);
      const { hits }: estypes.SearchResponse = await search(
        exactRequest(request, { pit, size, after, skipped: true }),
      );
      const last = hits.hits.at(-1);
      if (!last?.sort || hits.hits.length < size) return [];
      after = last.sort;
      left -= size;
    }
    const { hits } = await search(exactRequest(request, { pit, size: request.limit, after, skipped: false }));
    return hits.hits;
  } finally {
    await client.closePointInTime({ id: pit }).catch(() => undefined);
  }
}

/** Scores the hits again in double precision, as the embedded index does, and orders them by these scores. */
function rescored(
  hits: readonly estypes.SearchHit[],
  { terms, withEmbeddings = false }: ResolvedRequest,
): IndexHit[] {
  const directions = blendTerms(terms);
  return hits
    .map(({ fields = {} }) => {
      const vectors = new Map(directions.map(({ kind, spaceId }) => [kind, hitVector(fields[spaceId])]));
      const score = directions.reduce(
        (sum, { kind, vector }) => sum + dot(vector, vectors.get(kind) ?? []),
        0,
      );
      const cosines = explainCosines(terms, (kind) => vectors.get(kind) ?? []);
      const embedding = withEmbeddings && terms[0] ? { embedding: vectors.get(terms[0].kind) } : {};
      return { artworkId: String((fields.id as unknown[])[0]), score, cosines, ...embedding };
    })
    .sort((a, b) => b.score - a.score || (a.artworkId < b.artworkId ? -1 : 1));
}
