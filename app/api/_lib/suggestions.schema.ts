import { z } from 'zod';
import 'zod-openapi';
import { namedFacets } from '@/lib/catalog/named-values.repository';
import { filterLimits } from '@/lib/search/question/filter';
import { suggestionTextMin } from '@/lib/search/suggestions/suggest';

export const suggestionParameters = z.object({
  q: z
    .string()
    .max(filterLimits.textLengthMax)
    .default('')
    .meta({
      description: `What has been typed so far. Nothing is suggested for fewer than ${suggestionTextMin} characters.`,
      example: 'rembrant',
    }),
});

export const suggestionsSchema = z
  .object({
    suggestions: z.array(
      z.object({
        kind: z
          .enum([...namedFacets, 'title'])
          .meta({ description: 'The facet that has the value, or `title` for a work.' }),
        value: z.string(),
        works: z.int().meta({ description: 'How many works have it.' }),
        url: z.string().nullable().meta({ description: 'Of a title the page of the work, else null.' }),
      }),
    ),
  })
  .meta({ id: 'Suggestions' });
