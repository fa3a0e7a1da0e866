import { type estypes } from '@elastic/elasticsearch';
import { type FacetName, type Facets, forEachFacet } from '@/lib/catalog/artwork';
import { common, exclusion, filterQueries, isReady, type ResolvedRequest } from './filter';

/** Only the most frequent values of each facet, as in the embedded index. */
const valuesMax = 500;
/** Counts are exact as long as no shard has more different values than this. */
const shardValues = 5_000;

/** Counts how many works each facet value would leave. A facet's own choice does not narrow its own counts. */
export function facetsRequest({ target, text, filter, excludeIds }: ResolvedRequest): estypes.SearchRequest {
  return {
    index: target,
    ...common,
    size: 0,
    track_total_hits: false,
    query: {
      bool: { filter: [isReady, ...filterQueries({}, text)], ...exclusion({ excludeIds }) },
    },
    aggs: forEachFacet((name) => ({
      filter: { bool: { filter: filterQueries(filter, null, name) } },
      aggs: {
        values: {
          terms: {
            field: name,
            size: valuesMax,
            shard_size: shardValues,
            order: [{ _count: 'desc' as const }, { _key: 'asc' as const }],
          },
        },
      },
    })),
  };
}

/** Reads the answer to {@link facetsRequest}. */
export function facetsOf({ aggregations = {} }: estypes.SearchResponse): Facets {
  const values = (name: FacetName) => {
    const { values } = aggregations[name] as { values: estypes.AggregationsStringTermsAggregate };
    const buckets = values.buckets as estypes.AggregationsStringTermsBucket[];
    return buckets.map(({ key, doc_count: count }) => ({ value: String(key), count }));
  };
  return forEachFacet(values);
}
