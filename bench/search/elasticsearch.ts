import { type Client } from '@elastic/elasticsearch';
import { type Database } from '@/lib/catalog/database';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { type RankingLimits } from '@/lib/search/elasticsearch/query/ranking-plan';
import { type IndexLayout } from '@/lib/search/elasticsearch/index-naming';
import { cases } from './cases';
import { type Subject } from './subject';
import { type SyntheticCollection } from './synthetic';

export interface Cluster {
  readonly client: Client;
  /** Only used to resolve texts, and no case has one. */
  readonly db: Database;
  /** What a site uses unless its settings say otherwise. */
  readonly defaultVectors: IndexLayout['vectors'];
}

/** Besides the usual limits: graphs at any size, and exact ranking at any size. */
const always: Partial<RankingLimits> = { exactWorksMax: 0 };
const never: Partial<RankingLimits> = { exactWorksMax: Infinity };
const filtered = cases.filter(({ filter }) => filter !== null);

/** Everything that is measured on one filled index. */
export function subjectsOf(
  cluster: Cluster,
  collection: SyntheticCollection,
  layout: IndexLayout,
): readonly Subject[] {
  const { vectors } = layout;
  const isDefault = vectors === cluster.defaultVectors;
  const of = (
    name: string,
    limits: Partial<RankingLimits>,
    searched = layout,
  ): Omit<Subject, 'isDefault' | 'cases'> => ({
    name,
    collection,
    search: searchOf(cluster, searched, limits),
  });
  // Requests for an `hnsw` layout do not rescore, whatever the index really stores.
  const unrescored: IndexLayout = { ...layout, vectors: 'hnsw' };
  return [
    ...(isDefault ? [{ ...of('exact', never), isDefault: false, cases }] : []),
    { ...of(vectors, {}), isDefault, cases },
    { ...of(`${vectors}, graphs at any size`, always), isDefault: false, cases: filtered },
    ...(vectors === 'int8_hnsw'
      ? [
          {
            ...of(`${vectors}, not rescored, graphs at any size`, always, unrescored),
            isDefault: false,
            cases,
          },
        ]
      : []),
  ];
}

/** Searches as the site does. Run one at a time, so that `took` belongs to this search. */
function searchOf(
  { client, db }: Cluster,
  layout: IndexLayout,
  limits: Partial<RankingLimits>,
): Subject['search'] {
  const index = elasticsearchIndex({ client, db, layout, limits });
  return async (request) => {
    let tookMs = 0;
    const onResponse = (_: unknown, result: { readonly body?: unknown } | null) => {
      tookMs += (result?.body as { readonly took?: number } | undefined)?.took ?? 0;
    };
    client.diagnostic.on('response', onResponse);
    try {
      const { hits } = await index.search(request);
      return { ids: hits.map(({ artworkId }) => artworkId), tookMs };
    } finally {
      client.diagnostic.off('response', onResponse);
    }
  };
}
