import { z } from 'zod';
import 'zod-openapi';
import { centimetresMax, writtenCentimetres, writtenYear, yearMax, yearMin } from '@/lib/ingest/detail-texts';

/** Blanks and control characters: a field of nothing else is empty. */
const blank = String.raw`\s\x00-\x1f\x7f-\x9f\ufeff`;
const orBlank = (written: string) => new RegExp(`^[${blank}]*(?:${written})?[${blank}]*$`);
const somethingIn = new RegExp(`[^${blank}]`);

const atMost = (charactersMax: number) => z.string().max(charactersMax);
const text = (charactersMax: number, more = '') =>
  atMost(charactersMax)
    .optional()
    .meta({ description: `${more}At most ${charactersMax.toLocaleString('en')} characters.` });

/** Values in one text with semicolons. */
const values = (charactersMax: number, valuesMax: number) => {
  const value = `[^;]{0,${charactersMax}}`;
  return z
    .string()
    .regex(new RegExp(`^${value}(?:;${value}){0,${valuesMax - 1}}$`))
    .meta({
      description: `Texts with semicolons: at most ${valuesMax} of at most ${charactersMax} characters.`,
    });
};
/** Values as a list, or in one text with semicolons. */
const several = (charactersMax: number, valuesMax: number) => {
  const inOne = values(charactersMax, valuesMax);
  return z
    .union([inOne, z.array(inOne).max(valuesMax)])
    .optional()
    .meta({
      description: `A list, or one text with semicolons: at most ${valuesMax} of at most ${charactersMax} characters.`,
    });
};

const language = z
  .string()
  .max(35)
  .regex(orBlank('[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*'))
  .nullish()
  .meta({ description: 'A language tag such as en, fr or ja-Latn (BCP 47).' });
/** One text, or a list of texts that may say their language. */
const inLanguages = (one: z.ZodString, textsMin: number) =>
  z.union([
    one,
    z
      .array(z.union([one, z.object({ text: one, language })]))
      .min(textsMin)
      .max(20),
  ]);
const texts = (charactersMax: number) =>
  inLanguages(atMost(charactersMax), 0)
    .optional()
    .meta({
      description: `A text, or several with their languages. At most ${charactersMax.toLocaleString('en')} characters each.`,
    });

const centimetresText = z
  .string()
  .regex(orBlank(writtenCentimetres))
  .meta({ description: `In cm, at most ${centimetresMax.toLocaleString('en')}: 73.5 or 73,5.` });
const centimetres = z
  .union([z.number().gt(0).max(centimetresMax), centimetresText])
  .optional()
  .meta({ description: 'In cm.' });
const address = z
  .string()
  .max(500)
  .regex(orBlank('[Hh][Tt][Tt][Pp][Ss]?://.+'))
  .optional()
  .meta({ description: 'An address that begins with http:// or https://.' });

const makerNames = several(200, 20).unwrap();
const mainTitle = atMost(300).regex(somethingIn);
const yearText = z.string().regex(orBlank(writtenYear));

/** What may be said of a new work; `lib/ingest/details.ts` checks it. Everything but a title is optional. */
export const newArtworkSchema = z
  .looseObject({
    title: inLanguages(mainTitle, 1).meta({
      description: 'A text, or several with their languages, the main title first.',
    }),
    makers: z
      .union([makerNames, z.array(z.looseObject({ name: atMost(200).regex(somethingIn) })).max(20)])
      .optional()
      .meta({ description: 'Names with semicolons, or a list of names or of makers as in `Maker`.' }),
    movements: several(100, 20),
    genres: several(100, 20),
    subjects: several(200, 50),
    date: text(100, 'As a museum prints it. '),
    year: z
      .union([z.int().min(yearMin).max(-1), z.int().min(1).max(yearMax), yearText])
      .optional()
      .meta({ description: 'For sorting; if left out, read from date. Negative before the common era.' }),
    medium: text(200),
    technique: text(200),
    dimensions: text(500),
    heightCm: centimetres,
    widthCm: centimetres,
    kind: text(100),
    placeMade: text(200),
    collection: text(200),
    accessionNumber: text(100),
    creditLine: text(500),
    rights: text(200, 'A label, or the address of a well-known statement or licence. '),
    rightsUrl: address,
    sourceUrl: address,
    descriptions: texts(5000),
    altTexts: texts(1000),
  })
  .meta({ id: 'NewArtwork' });

/** The same in a form, where every field is one text. */
export const newArtworkFields = newArtworkSchema
  .extend({
    title: mainTitle,
    makers: values(200, 20).optional(),
    movements: values(100, 20).optional(),
    genres: values(100, 20).optional(),
    subjects: values(200, 50).optional(),
    year: yearText.optional(),
    heightCm: centimetresText.optional(),
    widthCm: centimetresText.optional(),
    descriptions: text(5000),
    altTexts: text(1000),
  })
  .meta({ id: 'NewArtworkFields' });
