import { type Client, errors, type estypes } from '@elastic/elasticsearch';

/**
 * Several searches in one way there and back, answered side by side.
 * @throws ResponseError as each would by itself, where one is refused
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

/** As `_msearch` wants them: a line that says where, and one that says what. */
export function searchLines(requests: readonly estypes.SearchRequest[]): estypes.MsearchRequestItem[] {
  return requests.flatMap(({ index, allow_partial_search_results: partial, ...body }) => [
    { index, ...(partial === undefined ? {} : { allow_partial_search_results: partial }) },
    body as estypes.SearchSearchRequestBody,
  ]);
}
