import { z } from 'zod';
import { type SourceItem, type SourceText } from '../record';

/** Absent, null and blank all mean unknown. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

/** A number that some services send as text; anything else means unknown. */
export const number = z
  .unknown()
  .optional()
  .transform((value) => {
    const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
  });

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** Fields of text, by their names: `textFields('title medium', 'culture')`. */
export function textFields<const Names extends string>(...names: readonly Names[]) {
  const words = names.flatMap((some) => some.split(' '));
  return Object.fromEntries(words.map((name) => [name, text])) as Record<Words<Names>, typeof text>;
}

/** An id that some services send as a number. */
export const id = z.union([z.string().min(1), z.number()]).transform(String);

/** A list that may be missing. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

export const texts = listOf(text).transform((values) => values.filter((value) => value !== null));

/** Texts that are there, in one language. */
export function inLanguage(
  language: string | null,
  ...values: readonly (string | null | undefined)[]
): SourceText[] {
  return values.flatMap((value) => (value ? [{ text: value, language }] : []));
}

/** The main title of a work is the one that most readers understand. */
export function englishFirst(texts: readonly SourceText[]): SourceText[] {
  const rank = ({ language }: SourceText) => (language?.startsWith('en') ? 0 : 1);
  return texts.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Reads one entry of a list. One that cannot be read makes no list unusable: it is refused with the reason.
 *
 * @param idField where its id is
 */
export function readItem<T>(
  entry: unknown,
  schema: z.ZodType<T>,
  idField: string,
  read: (value: T) => SourceItem,
): SourceItem {
  const parsed = schema.safeParse(entry);
  if (parsed.success) return read(parsed.data);
  const given =
    typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[idField] : null;
  const [issue] = parsed.error.issues;
  return {
    kind: 'unusable',
    id: typeof given === 'string' || typeof given === 'number' ? String(given) : 'unknown',
    reason: `its record has another form than expected: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  };
}

/** A work that there is no picture of, or none that may be fetched. */
export function withoutPicture(id: string): SourceItem {
  return { kind: 'unusable', id, reason: 'it has no picture' };
}
