import { type Client } from '@elastic/elasticsearch';
import { type Database } from '@/lib/catalog/database';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { type RankingLimits } from '@/lib/search/elasticsearch/query/rank-hits';
import { type IndexShape } from '@/lib/search/elasticsearch/index-naming';
import { cases } from './cases';
import { type Subject } from './subject';
import { type SyntheticCollection } from './synthetic';

export interface Cluster {
  readonly client: Client;
  /** Only asked for texts, which are not searched for here. */
  readonly db: Database;
  /** What a site without settings of its own would use. */
  readonly defaultVectors: IndexShape['vectors'];
}

/** Ways to search an index by graphs, beside what a site does: graphs at any size, and without `rescore_vector`. */
const always: Partial<RankingLimits> = { exactWorksMax: 0 };
const never: Partial<RankingLimits> = { exactWorksMax: Infinity };
const filtered = cases.filter(({ filter }) => filter !== null);

/** All ways to search one filled index that are measured. */
export function subjectsOf(
  cluster: Cluster,
  collection: SyntheticCollection,
  shape: IndexShape,
): readonly Subject[] {
  const { vectors } = shape;
  const isDefault = vectors === cluster.defaultVectors;
  const of = (
    name: string,
    limits: Partial<RankingLimits>,
    asked = shape,
  ): Omit<Subject, 'isDefault' | 'cases'> => ({
    name,
    collection,
    search: searchOf(cluster, asked, limits),
  });
  // A shape of whole vectors asks for no rescoring, whatever the index keeps.
  const unrescored: IndexShape = { ...shape, vectors: 'hnsw' };
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

/** Searches as the site does. One at a time, so that what Elasticsearch says it took can be told apart. */
function searchOf(
  { client, db }: Cluster,
  shape: IndexShape,
  limits: Partial<RankingLimits>,
): Subject['search'] {
  const index = elasticsearchIndex({ client, db, shape, limits });
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
