import { type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { database } from '@/lib/catalog/database';
import { likeness } from '@/lib/search/likeness';
import { embeddingKinds } from '@/lib/vision/embedding';
import { language, workId } from '../input';
import { shownStrength, shownWork, shownWorkSchema, strengthSchema } from '../shown-work';
import { toolAnswer } from '../tool-answer';
import { readOnly } from './read-only';

export function registerExplainLikeness(server: McpServer): void {
  server.registerTool(
    'explain_likeness',
    {
      title: 'Explain a likeness',
      description:
        'How alike two works are in style, content and colours: for each the share of pairs of works that are further apart, and that in words.',
      inputSchema: { work: workId, other: workId, language },
      outputSchema: {
        works: z.array(shownWorkSchema),
        likeness: z.array(z.object({ kind: z.enum(embeddingKinds), strength: strengthSchema })),
      },
      annotations: readOnly,
    },
    ({ work, other, language: locale }) =>
      toolAnswer(async () => {
        const { works, kinds, scales } = await likeness(await database(), [work, other]);
        const shown = await Promise.all(works.map((one) => shownWork(one, locale)));
        const compared = await Promise.all(
          kinds.map(async ({ kind, strength }) => ({
            kind,
            strength: await shownStrength(strength, { kinds: [kind], scales, locale }),
          })),
        );
        const lines = compared.map(({ kind, strength }) => `${kind}: ${strength?.words ?? 'not measured'}`);
        return {
          structured: { works: shown, likeness: compared },
          text: [...shown.map(({ title, maker }) => `${title}, ${maker}`), ...lines].join('\n'),
          pictures: works,
        };
      }),
  );
}
