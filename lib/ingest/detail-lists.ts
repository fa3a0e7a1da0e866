import { z } from 'zod';
import { type LocalText } from '@/lib/catalog/artwork';
import { type MakerCredit, makerQualifiers } from '@/lib/catalog/maker';
import { atMost, line, optional, year } from './detail-texts';

/** Several values in one text are separated by this. */
const separator = ';';

const list = (given: unknown) =>
  given === null || given === undefined ? [] : Array.isArray(given) ? given : [given];

/** Values of a field, each once: a list of texts, or one text with semicolons. */
export function values({ charactersMax, valuesMax }: { charactersMax: number; valuesMax: number }) {
  return z.preprocess(
    (given) => (typeof given === 'string' ? split(given) : list(given)),
    z
      .array(atMost(charactersMax))
      .transform((texts) => [...new Set(texts.filter((text) => text !== ''))])
      .refine((texts) => texts.length <= valuesMax, `may have at most ${valuesMax} values`),
  );
}

const split = (text: string) => text.split(separator).map(line);

const language = optional(35).refine(
  (tag) => tag === null || /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag),
  'must be a language tag such as en, fr or ja-Latn',
);

/** Texts in languages: a list, or one text in an unknown language. Blank ones are left out. */
export function localTexts(limits: {
  charactersMax: number;
  textsMax: number;
  tidy?: (text: string) => string;
}) {
  const { charactersMax, textsMax, tidy = line } = limits;
  const text = atMost(charactersMax, tidy);
  return z.preprocess(
    list,
    z
      .array(
        z.union(
          [z.object({ text, language }), text.transform((text): LocalText => ({ text, language: null }))],
          { error: (issue) => deepestMessage(issue) },
        ),
      )
      .transform((texts) => texts.filter((one) => one.text !== ''))
      .refine((texts) => texts.length <= textsMax, `may have at most ${textsMax} texts`),
  );
}

/** What is known of a maker who is only named. */
export const unknownMaker = {
  otherNames: [],
  birthYear: null,
  deathYear: null,
  nationality: null,
  wikidataId: null,
  ulanId: null,
  role: null,
  qualifier: null,
} as const;

const named = atMost(200);

/** One maker, with role and qualifier. */
export const maker = z.object({
  name: named.refine((name) => name !== '', 'is missing: every maker needs a name'),
  otherNames: values({ charactersMax: 200, valuesMax: 100 }),
  birthYear: year,
  deathYear: year,
  nationality: optional(100),
  wikidataId: optional(20).refine(
    (id) => id === null || /^Q[1-9]\d*$/.test(id),
    'must be an id of Wikidata such as Q5598',
  ),
  ulanId: optional(20).refine(
    (id) => id === null || /^500\d{6}$/.test(id),
    'must be an id of the Union List of Artist Names such as 500011051',
  ),
  role: optional(100),
  qualifier: z
    .preprocess(
      (given) =>
        typeof given === 'string' ? line(given).toLowerCase().replace(/[ _]/g, '-') || null : given,
      z.enum(makerQualifiers, `must be one of ${makerQualifiers.join(', ')}`).nullish(),
    )
    .transform((given) => given ?? null),
});

const makersMax = 20;

/** Makers: a list of names or of objects, or one text with semicolons. */
export const makers = z.preprocess(
  (given) => list(given).flatMap((one: unknown) => (typeof one === 'string' ? split(one) : [one])),
  z
    .array(
      z.union([maker, named.transform((name): MakerCredit => ({ ...unknownMaker, name }))], {
        error: (issue) => deepestMessage(issue),
      }),
    )
    .transform((all): MakerCredit[] => all.filter(({ name }) => name !== ''))
    .refine((all) => all.length <= makersMax, `may have at most ${makersMax} names`),
);

/** Of a value that fits none of several forms: what is wrong with it in the form that it comes closest to. */
function deepestMessage(issue: {
  readonly errors?: readonly (readonly z.core.$ZodIssue[])[];
  input?: unknown;
}): string {
  const form = typeof issue.input === 'object' ? 0 : 1;
  const [first] = issue.errors?.[form] ?? [];
  if (first === undefined) return 'must be text';
  return first.path.length === 0 ? first.message : `${first.path.join('.')} ${first.message}`;
}
