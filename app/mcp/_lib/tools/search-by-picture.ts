import { type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { filterFields } from '@/app/api/_lib/parameters';
import { pictureAt } from '@/lib/ingest/picture-at';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { uploadTriesLimit } from '@/lib/ingest/upload-limits';
import { search } from '@/lib/search/search.service';
import { by, filterOf, language, limit } from '../input';
import { searchAnswer, searchOutput } from '../search-answer';
import { toolAnswer } from '../tool-answer';

export function registerSearchByPicture(server: McpServer): void {
  server.registerTool(
    'search_by_picture',
    {
      title: 'Search by a picture on the web',
      description:
        'The works nearest to a picture that is anywhere on the web. The picture is fetched, kept for some days under an address that cannot be guessed, and then deleted.',
      inputSchema: {
        address: z.string().min(1).max(4000).describe('Of the picture itself, with https:// or http://.'),
        by,
        limit,
        language,
        ...filterFields,
      },
      outputSchema: searchOutput,
      // It changes nothing in the collection, but keeps the picture, and asks another server for it.
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    ({ address, by: kind, limit: pageSize, language: locale, ...filter }) =>
      toolAnswer(async () => {
        await uploadTriesLimit.count();
        const narrowed = filterOf(filter);
        const { id } = await receiveQuery(await pictureAt(address));
        const query = { terms: [{ kind, ref: id, weight: 1 }], filter: narrowed, page: 1 };
        return searchAnswer(await search(query, { pageSize, withFacets: false }), locale);
      }),
  );
}
