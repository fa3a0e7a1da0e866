import { type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { filterFields } from '@/app/api/_lib/parameters';
import { inLanguage } from '@/i18n/locale-address';
import { browseHref } from '@/app/[locale]/browse/browse-query';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { siteOrigin } from '@/lib/platform/site-origin';
import { queryLimits } from '@/lib/search/query';
import { filterOf, language, limit } from '../input';
import { shownWork, shownWorkSchema } from '../shown-work';
import { toolAnswer } from '../tool-answer';
import { readOnly } from './read-only';

export function registerListWorks(server: McpServer): void {
  server.registerTool(
    'list_works',
    {
      title: 'Search by words and facts',
      description: 'The works of the collection with these words, makers, movements, years and so on.',
      inputSchema: {
        ...filterFields,
        page: z.int().min(1).max(queryLimits.pageMax).default(1).describe('From 1.'),
        limit,
        language,
      },
      outputSchema: {
        works: z.array(shownWorkSchema),
        total: z.int(),
        page: z.url().describe('The same list as a web page.'),
      },
      annotations: readOnly,
    },
    ({ page, limit: size, language: locale, ...given }) =>
      toolAnswer(async () => {
        const filter = filterOf(given);
        const sort = filter.text ? 'relevance' : 'newest';
        const place = { offset: (page - 1) * size, limit: size };
        const { artworks, total } = await listArtworks(await database(), { filter, sort, ...place });
        const works = await Promise.all(artworks.map((one) => shownWork(one, locale)));
        const address = `${siteOrigin()}${inLanguage(locale, browseHref({ filter, sort, page: 1 }))}`;
        const lines = works.map(({ title, maker, id }) => `${title}, ${maker} (${id})`);
        return {
          structured: { works, total, page: address },
          text: [`${total} works.`, ...lines, address].join('\n'),
          pictures: artworks,
        };
      }),
  );
}
