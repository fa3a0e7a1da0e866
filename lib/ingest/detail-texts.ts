import { z } from 'zod';

export const yearMin = -40_000;
export const yearMax = 2100;

/** One line: Unicode's composed form, control characters and runs of blanks made one blank, trimmed. */
export const line = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Several lines: as above, line breaks kept, at most one empty line together. */
export const paragraphs = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?:[^\S\n]|(?!\n)\p{Cc})+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export const atMost = (charactersMax: number, tidy: (text: string) => string = line) =>
  z
    .string('must be text')
    .transform(tidy)
    .pipe(
      // Code points, as JSON Schema counts them and people do, where `length` counts some characters twice.
      z.string().refine((text) => [...text].length <= charactersMax, {
        error: `may have at most ${charactersMax} characters`,
        abort: true,
      }),
    );

/** Absent, null and blank all mean unknown. */
export const optional = (charactersMax: number, tidy = line) =>
  atMost(charactersMax, tidy)
    .nullish()
    .transform((text) => text || null);

/**
 * A number that may be written as text, blank for unknown.
 * @param allowed what is said of any other value
 * @param written a pattern of the texts that are such a number
 */
function number(isAllowed: (value: number) => boolean, allowed: string, written: string) {
  const pattern = new RegExp(`^(?:${written})$`);
  return z
    .union([z.number(), z.string()], allowed)
    .nullish()
    .transform((given, context) => {
      const text = typeof given === 'string' ? line(given) : given;
      if (text === null || text === undefined || text === '') return null;
      const value =
        typeof text === 'number' || pattern.test(text) ? Number(String(text).replace(',', '.')) : NaN;
      if (Number.isFinite(value) && isAllowed(value)) return value;
      context.issues.push({ code: 'custom', message: allowed, input: given });
      return z.NEVER;
    });
}

/** From {@link yearMin} to {@link yearMax} without 0. */
export const writtenYear =
  '-0*(?:40000|[1-3][0-9]{4}|[1-9][0-9]{0,3})|0*(?:2100|20[0-9]{2}|1[0-9]{3}|[1-9][0-9]{0,2})';

export const year = number(
  (value) => Number.isInteger(value) && value >= yearMin && value <= yearMax && value !== 0,
  `must be a whole year from ${yearMin} to ${yearMax}, negative before the common era`,
  writtenYear,
);

export const centimetresMax = 100_000;

/** More than 0, at most {@link centimetresMax}. "73,5" is 73.5, as most of Europe writes it. */
export const writtenCentimetres = '0*[1-9][0-9]{0,4}(?:[.,][0-9]+)?|0*[.,]0*[1-9][0-9]*|0*100000(?:[.,]0+)?';

export const centimetres = number(
  (value) => value > 0 && value <= centimetresMax,
  `must be centimetres, more than 0 and at most ${centimetresMax}`,
  writtenCentimetres,
);

export const address = optional(500).refine(
  (text) => text === null || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  'must be an address that begins with http:// or https://',
);
