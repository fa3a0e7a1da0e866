import { type Client, errors, type estypes } from '@elastic/elasticsearch';

/**
 * Sends several searches in one round trip; Elasticsearch runs them in parallel.
 * @throws ResponseError if one of them is refused, as it would be by itself
 */
export async function searchTogether(
  client: Client,
  requests: readonly estypes.SearchRequest[],
): Promise<{ readonly took: number; readonly responses: readonly estypes.SearchResponse[] }> {
  const result = await client.msearch({ searches: searchLines(requests) }, { meta: true });
  const { took, responses } = result.body;
  return {
    took,
    responses: responses.map((item) => {
      if (!('error' in item)) return item as estypes.SearchResponse;
      throw new errors.ResponseError({ ...result, statusCode: item.status, body: item });
    }),
  };
}

/** The format of `_msearch`: one line says where to search, the next what for. */
export function searchLines(requests: readonly estypes.SearchRequest[]): estypes.MsearchRequestItem[] {
  return requests.flatMap(({ index, allow_partial_search_results: partial, ...body }) => [
    { index, ...(partial === undefined ? {} : { allow_partial_search_results: partial }) },
    body as estypes.SearchSearchRequestBody,
  ]);
}
