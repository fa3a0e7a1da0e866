import { z } from 'zod';
import 'zod-openapi';
import { colourNames, facetNames } from '@/lib/catalog/artwork';
import { artworkSorts } from '@/lib/catalog/artworks.repository';
import { Problem } from '@/lib/platform/problem';
import { queryLimits, searchSorts } from '@/lib/search/query';
import { lightBoxPattern } from '@/lib/search/light-box';
import { filterLimits, filterPatterns } from '@/lib/search/question/filter';
import { termPattern, termsMax } from '@/lib/search/question/term';
import { repairParameters } from '@/lib/search/repair-address';
import { nearestMax } from '@/lib/search/sort-by-year';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type Representation } from './representation';

/** How many works or hits an answer holds. */
export const limit = z.coerce.number().int().min(1).max(100).default(queryLimits.pageSize).meta({
  description: 'How many at most.',
});

const page = z.coerce.number().int().min(1).max(queryLimits.pageMax).default(1).meta({
  description: 'From 1.',
});

const term = (kind: EmbeddingKind, what: string, example: string, palette = '') =>
  z
    .array(z.string().regex(termPattern(kind)))
    .max(termsMax)
    .optional()
    .meta({
      uniqueItems: true,
      description: `${what} The id of a work or of an uploaded picture (\`q_…\`); after \`@\` a part of it as \`x,y,width,height\` in percent, as in IIIF's \`pct:\`${palette}; after \`~\` a weight from -1 to 1, of which a negative one leads away. May be repeated, up to ${termsMax} times.`,
      example: [example],
    });

const facet = (what: string, pattern: RegExp = filterPatterns.text) =>
  z
    .array(z.string().max(filterLimits.facetValueLengthMax).regex(pattern))
    .max(filterLimits.facetValuesMax)
    .optional()
    .meta({ description: `Only works of ${what}. Repeated values are alternatives.` });

const year = (what: string) =>
  z
    .string()
    .regex(filterPatterns.year)
    .optional()
    .meta({ description: `${what} Negative before Christ; there is no year 0.`, example: '1850' });

/** What narrows the works. */
export const filterFields = {
  q: z.string().max(filterLimits.textLengthMax).regex(filterPatterns.text).optional().meta({
    description: 'Only works with these words in any of their texts, from the title to the description.',
  }),
  artist: facet('this artist'),
  movement: facet('this movement'),
  genre: facet('this genre'),
  subject: facet('this subject'),
  century: facet(
    'this century, by number: 19 is 1801 to 1900, -1 the last before Christ',
    filterPatterns.century,
  ),
  colour: facet(
    `this colour, of which the picture has much: ${colourNames.join(', ')}`,
    filterPatterns.colour,
  ),
  medium: facet('this medium'),
  kind: facet('this kind of object'),
  collection: facet('this collection'),
  rights: facet('this rights statement'),
  from: year('Only works whose date touches this year or a later one.'),
  to: year('Only works whose date touches this year or an earlier one.'),
};

const as = <Offered extends Representation>(offered: readonly [Offered, ...Offered[]]) =>
  z.enum(offered).optional().meta({
    description:
      'What the answer is; without it, what the header Accept names, else JSON. `iiif` is the IIIF Presentation API 3.0, `csv` a table in the columns of an export, for spreadsheets.',
  });

/** What a list of works can be. */
export const listRepresentations = ['json', 'csv', 'iiif'] as const;
/** What a work can be. */
export const workRepresentations = [
  'json',
  'iiif',
  'linked-art',
  'schema-org',
  'lido',
  'bibtex',
  'csl',
] as const;

export const workParameters = z.object({ as: as(workRepresentations) });

export const listParameters = z.object({
  as: as(listRepresentations),
  ...filterFields,
  sort: z.enum(artworkSorts).optional().meta({
    description: 'Without it: by relevance when words are given, else the newest first.',
  }),
  page,
  limit,
});

export const lightBoxParameters = z.object({
  as: as(listRepresentations),
  works: z
    .string()
    .regex(lightBoxPattern)
    .meta({ description: 'The ids of works, with commas between them.', example: 'k3v9q2mwta,a7c1x9d2ef' }),
});

export const similarParameters = z.object({
  as: as(listRepresentations),
  by: z.enum(embeddingKinds).default('style').meta({ description: 'What "similar" means.' }),
  limit,
});

export const searchParameters = z.object({
  as: as(listRepresentations),
  style: term('style', 'Near this picture in style.', 'k3v9q2mwta~0.5'),
  content: term('content', 'Near this picture in content.', 'k3v9q2mwta@25,40,30,20'),
  palette: term(
    'palette',
    'Near this picture in its colours.',
    '1d3b5a:60,c8a24a:40',
    ', or instead of a picture up to five colours with shares (`1d3b5a:60,c8a24a:40`)',
  ),
  ...filterFields,
  sort: z
    .enum(searchSorts)
    .optional()
    .meta({
      description: `\`year\`: the ${nearestMax} nearest works by the year they were made. Without it: by likeness.`,
    }),
  page,
  limit,
});

export const uploadParameters = z.object({
  by: z.enum(embeddingKinds).default('style').meta({ description: 'What "similar" means.' }),
  ...filterFields,
  limit,
});

/** The parameters of a request's address, without what mail programs and trackers add to links. */
export function addressParameters(request: Request): URLSearchParams {
  return repairParameters(new URL(request.url).searchParams);
}

const repeatable: ReadonlySet<string> = new Set<string>([...embeddingKinds, ...facetNames]);

/**
 * Checks a URL's parameters by a schema.
 * @throws Problem `invalid-request` that names every bad parameter: unknown, repeated, or with a wrong value.
 */
export function readParameters<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): z.output<Schema> {
  const allowed = Object.keys(schema.shape);
  const unknown = [...new Set(params.keys())].filter((name) => !allowed.includes(name));
  if (unknown.length > 0)
    throw new Problem(
      'invalid-request',
      `There is no parameter ${unknown.join(', ')}. There are: ${allowed.join(', ')}.`,
      { parameter: unknown[0], allowed },
    );
  const present: Record<string, string | string[]> = {};
  for (const name of allowed) {
    const values = params.getAll(name);
    if (repeatable.has(name)) present[name] = values;
    else if (values.length > 1)
      throw new Problem('invalid-request', `${name} is given ${values.length} times; once is allowed.`, {
        parameter: name,
      });
    else if (values[0] !== undefined) present[name] = values[0];
  }
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => {
    const parameter = String(path[0]);
    return { parameter, value: params.getAll(parameter).join(', ').slice(0, 100), message };
  });
  const told = errors.map(({ parameter, value, message }) => `${parameter}: got "${value}"; ${message}`);
  throw new Problem('invalid-request', `${told.join('. ')}.`, {
    code: 'invalid-parameter',
    parameter: errors[0]?.parameter,
    value: errors[0]?.value,
    errors,
  });
}
