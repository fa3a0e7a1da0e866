import { type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { artworkWords } from '@/app/artwork-words';
import { describeWork } from '@/components/works/describe-work';
import { database } from '@/lib/catalog/database';
import { inLanguage } from '@/lib/catalog/in-language';
import { findPublicArtwork } from '@/lib/catalog/public-artwork.repository';
import { mainColoursOf } from '@/lib/images/main-colours';
import { Problem } from '@/lib/platform/problem';
import { language, workId } from '../input';
import { shownWork, shownWorkSchema } from '../shown-work';
import { toolAnswer } from '../tool-answer';
import { readOnly } from './read-only';

export function registerReadWork(server: McpServer): void {
  server.registerTool(
    'read_work',
    {
      title: 'Read a work',
      description: 'All that the catalogue says about one work, with its picture and its main colours.',
      inputSchema: { work: workId, language },
      outputSchema: {
        work: shownWorkSchema,
        facts: z.array(z.object({ label: z.string(), values: z.array(z.string()) })),
        descriptions: z.array(z.string()),
        colours: z
          .array(z.object({ colour: z.string(), share: z.number() }))
          .describe('The main colours of the picture, each with its share of it from 0 to 1.'),
      },
      annotations: readOnly,
    },
    ({ work: id, language: locale }) =>
      toolAnswer(async () => {
        const stored = await findPublicArtwork(await database(), id);
        if (stored === null) throw new Problem('not-found', `There is no work "${id}" in the collection.`);
        const artwork = inLanguage(stored, locale);
        const work = await shownWork(stored, locale);
        const { facts, credit } = describeWork(await artworkWords(locale), artwork);
        const stated = [...facts, ...(credit ? [credit] : [])].map(({ label, values }) => ({
          label,
          values: [...values],
        }));
        const descriptions = artwork.descriptions.map(({ text }) => text);
        const found = await mainColoursOf(artwork.image.key);
        const colours = found.map(({ hex, share }) => ({ colour: hex, share }));
        const lines = stated.map(({ label, values }) => `${label}: ${values.join('; ')}`);
        return {
          structured: { work, facts: stated, descriptions, colours },
          text: [`${work.title}, ${work.maker}`, ...lines, ...descriptions, work.page].join('\n'),
          pictures: [artwork],
        };
      }),
  );
}
