import { z } from 'zod';
import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { readDate } from '@/lib/dates/read-date';
import { Problem } from '@/lib/platform/problem';

const yearMin = -40_000;
const yearMax = 2100;

/** One line: Unicode's composed form, control characters and runs of blanks made one blank, trimmed. */
const line = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Several lines: as above, line breaks kept, at most one empty line together. */
const paragraphs = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?:[^\S\n]|(?!\n)\p{Cc})+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const atMost = (charactersMax: number, tidy: (text: string) => string = line) =>
  z
    .string('must be text')
    .transform(tidy)
    .pipe(z.string().max(charactersMax, `may have at most ${charactersMax} characters`));

/** Absent, null and blank all mean unknown. */
const optional = (charactersMax: number, tidy = line) =>
  atMost(charactersMax, tidy)
    .nullish()
    .transform((text) => text || null);

const yearRange = `must be a whole year from ${yearMin} to ${yearMax}, negative before the common era`;

const year = z
  .union([z.number(), z.string()], yearRange)
  .nullish()
  .transform((given, context) => {
    const text = typeof given === 'string' ? line(given) : given;
    if (text === null || text === undefined || text === '') return null;
    const value = Number(text);
    if (Number.isInteger(value) && value >= yearMin && value <= yearMax && value !== 0) return value;
    context.issues.push({ code: 'custom', message: yearRange, input: given });
    return z.NEVER;
  });

/** The year that filters and sorting use: the first that the date may mean, or the last where its start is open. */
function firstYear(dateText: string | null): number | null {
  const range = dateText === null ? null : readDate(dateText);
  const first = range?.from ?? range?.to ?? null;
  return first !== null && first >= yearMin ? first : null;
}

/**
 * What a curator, a form, an API call or a row of a manifest says of a work. Texts are trimmed, blank is null;
 * a missing `year` is read from `dateText`. Fields of other names are left out.
 */
export const artworkDetailsSchema = z
  .object({
    title: atMost(300).pipe(z.string().min(1, 'is missing: every work needs a title')),
    artist: optional(200),
    movement: optional(100),
    subject: optional(100),
    medium: optional(200),
    dateText: optional(100),
    year,
    description: optional(5000, paragraphs),
    source: optional(500),
    rights: optional(200),
  })
  .transform((details): ArtworkDetails => ({
    ...details,
    year: details.year ?? firstYear(details.dateText),
  }));

/** @throws Problem `invalid-request` that names every bad field and what is allowed in it. */
export function parseArtworkDetails(input: unknown): ArtworkDetails {
  const parsed = artworkDetailsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  const said = issues
    .map(({ field, message }) => (field === '' ? message : `${field} ${message}`))
    .join('; ');
  throw new Problem('invalid-request', `The details of the work cannot be used: ${said}.`, { issues });
}
