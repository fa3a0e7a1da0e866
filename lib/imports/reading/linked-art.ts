import { z } from 'zod';
import { type SourceDetails, type SourceMaker, type SourceText } from '../record';
import { englishFirst, listOf, text } from './json-fields';
import { makerFromText, ulanIdIn, wikidataIdIn } from './maker-text';
import { centimetres, sizeFromText } from './size-text';
import { dated, yearIn } from './years-text';

/** Terms of the Art & Architecture Thesaurus that say what a text or a number is. */
const aat = {
  objectNumber: '300312355',
  preferredName: '300404670',
  medium: '300435429',
  dimensions: '300435430',
  creditLine: '300026687',
  creator: '300435417',
  height: '300055644',
  width: '300055647',
  mm: '300379097',
  m: '300379099',
} as const;
const languages: Readonly<Record<string, string>> = { '300388277': 'en', '300388256': 'nl' };

/** Some are objects and some addresses alone, in one list. */
const reference = z.union([
  z.string().transform((id) => ({ id, equivalent: [] as string[], notation: [] as Notation[] })),
  z.object({
    id: z.string().nullish(),
    equivalent: listOf(z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])),
    notation: listOf(z.object({ '@language': z.string(), '@value': z.string() })),
  }),
]);
interface Notation {
  '@language': string;
  '@value': string;
}
type Reference = z.infer<typeof reference>;
const statement = z.object({ content: text, classified_as: listOf(reference), language: listOf(reference) });
const production = {
  timespan: z
    .object({ identified_by: listOf(statement), begin_of_the_begin: text, end_of_the_end: text })
    .nullish(),
  referred_to_by: listOf(statement),
  technique: listOf(reference),
  carried_out_by: listOf(reference),
  took_place_at: listOf(reference),
};

/** An object as Linked Art describes it, of which only what is used is checked. */
export const linkedArtObject = z.object({
  identified_by: listOf(statement),
  classified_as: listOf(reference),
  referred_to_by: listOf(statement),
  made_of: listOf(reference),
  dimension: listOf(
    z.object({ classified_as: listOf(reference), value: z.coerce.number(), unit: reference.nullish() }),
  ),
  produced_by: z.object({ ...production, part: listOf(z.object(production)) }).nullish(),
});
export type LinkedArtObject = z.infer<typeof linkedArtObject>;
type Statement = z.infer<typeof statement>;

export function linkedArtDetails(object: LinkedArtObject): SourceDetails {
  const { produced_by: made } = object;
  const titles = stated(object.identified_by, aat.preferredName);
  const parts = made?.part ?? [];
  const dimensionsText = english(stated(object.referred_to_by, aat.dimensions));
  const words = made?.timespan?.identified_by.map((one) => textOf(one)).flat() ?? [];
  return {
    titles: englishFirst(titles),
    makers: parts.flatMap(makersOf),
    ...dated(
      english(words),
      yearIn(made?.timespan?.begin_of_the_begin),
      yearIn(made?.timespan?.end_of_the_end),
    ),
    medium:
      english(stated(object.referred_to_by, aat.medium)) ??
      (object.made_of.flatMap(labelOf).join(', ') || null),
    technique: made?.technique.flatMap(labelOf).join(', ') || null,
    dimensionsText,
    heightCm: size(object, aat.height) ?? sizeFromText(dimensionsText).heightCm,
    widthCm: size(object, aat.width) ?? sizeFromText(dimensionsText).widthCm,
    objectKind: object.classified_as.flatMap(labelOf)[0] ?? null,
    accessionNumber: stated(object.identified_by, aat.objectNumber)[0]?.text ?? null,
    creditLine: english(stated(object.referred_to_by, aat.creditLine)),
    placeMade: parts.flatMap((part) => part.took_place_at.flatMap(labelOf))[0] ?? null,
  };
}

function makersOf(part: {
  carried_out_by: Reference[];
  referred_to_by: Statement[];
  technique: Reference[];
}): SourceMaker[] {
  const words = english(stated(part.referred_to_by, aat.creator));
  return part.carried_out_by.flatMap((person) => {
    const name = labelOf(person)[0];
    if (name === undefined) return [];
    // "Attributed to Rembrandt" is in the words alone.
    const said = makerFromText(words?.includes(name) ? words : name);
    const same = person.equivalent;
    return {
      name,
      qualifier: said?.qualifier ?? null,
      role: part.technique.flatMap(labelOf)[0] ?? null,
      wikidataId: same.map(wikidataIdIn).find((id) => id !== null) ?? null,
      ulanId: same.map(ulanIdIn).find((id) => id !== null) ?? null,
    };
  });
}

function stated(statements: readonly Statement[], term: string): SourceText[] {
  return statements.filter((one) => one.classified_as.some((type) => isTerm(type, term))).flatMap(textOf);
}

function textOf({ content, language }: Statement): SourceText[] {
  const tag = language
    .map(({ id }) => languages[id?.split('/').at(-1) ?? ''])
    .find((one) => one !== undefined);
  return content === null ? [] : [{ text: content, language: tag ?? null }];
}

function english(texts: readonly SourceText[]): string | null {
  return (texts.find(({ language }) => language === 'en') ?? texts[0])?.text ?? null;
}

function labelOf({ notation }: Reference): string[] {
  const best = notation.find((one) => one['@language'] === 'en') ?? notation[0];
  return best === undefined ? [] : [best['@value']];
}

function isTerm({ id, equivalent }: Reference, term: string): boolean {
  return [id, ...equivalent].some((address) => address?.endsWith(`/aat/${term}`));
}

function size({ dimension }: LinkedArtObject, kind: string): number | null {
  const found = dimension.find(
    (one) => one.value > 0 && one.classified_as.some((type) => isTerm(type, kind)),
  );
  if (found === undefined) return null;
  const unit = (['mm', 'm'] as const).find((name) => found.unit && isTerm(found.unit, aat[name]));
  return centimetres(found.value, unit ?? 'cm');
}
