import { z } from 'zod';
import 'zod-openapi';

const text = (charactersMax: number, more = '') =>
  z
    .string()
    .optional()
    .meta({ description: `${more}At most ${charactersMax.toLocaleString('en')} characters.` });
const several = (charactersMax: number, valuesMax: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({
      description: `A list, or one text with semicolons: at most ${valuesMax} of at most ${charactersMax} characters.`,
    });
const inLanguages = (charactersMax: number) =>
  z
    .union([
      z.string(),
      z.array(z.union([z.string(), z.object({ text: z.string(), language: z.string().nullish() })])),
    ])
    .optional()
    .meta({
      description: `A text, or several with their languages. At most ${charactersMax.toLocaleString('en')} characters each.`,
    });
const centimetres = z.union([z.number(), z.string()]).optional().meta({ description: 'In cm.' });

/** What may be said of a new work; `lib/ingest/details.ts` checks it. Everything but a title is optional. */
export const newArtworkSchema = z
  .looseObject({
    title: z
      .union([
        z.string(),
        z.array(z.union([z.string(), z.object({ text: z.string(), language: z.string().nullish() })])),
      ])
      .meta({ description: 'A text, or several with their languages, the main title first.' }),
    makers: z
      .union([z.string(), z.array(z.union([z.string(), z.looseObject({ name: z.string() })]))])
      .optional()
      .meta({ description: 'Names with semicolons, or a list of names or of makers as in `Maker`.' }),
    movements: several(100, 20),
    genres: several(100, 20),
    subjects: several(200, 50),
    date: text(100, 'As a museum prints it. '),
    year: z
      .union([z.int(), z.string()])
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
    rightsUrl: z.string().optional().meta({ format: 'uri' }),
    sourceUrl: z.string().optional().meta({ format: 'uri' }),
    descriptions: inLanguages(5000),
    altTexts: inLanguages(1000),
  })
  .meta({ id: 'NewArtwork' });
