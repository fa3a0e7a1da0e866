import { type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { filterFields } from '@/app/api/_lib/parameters';
import { search } from '@/lib/search/search.service';
import { by, filterOf, language, limit, workId } from '../input';
import { searchAnswer, searchOutput } from '../search-answer';
import { toolAnswer } from '../tool-answer';
import { readOnly } from './read-only';

export function registerFindSimilar(server: McpServer): void {
  server.registerTool(
    'find_similar_works',
    {
      title: 'Find works like a work',
      description: 'The works of the collection nearest to one of its works, in style, content or colours.',
      inputSchema: { work: workId, by, limit, language, ...filterFields },
      outputSchema: searchOutput,
      annotations: readOnly,
    },
    ({ work, by: kind, limit: pageSize, language: locale, ...filter }) =>
      toolAnswer(async () => {
        const query = { terms: [{ kind, ref: work, weight: 1 }], filter: filterOf(filter), page: 1 };
        return searchAnswer(await search(query, { pageSize, withFacets: false }), locale);
      }),
  );
}
