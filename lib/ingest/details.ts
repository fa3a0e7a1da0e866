import { z } from 'zod';
import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type MakerDetails } from '@/lib/catalog/maker';
import { readDate } from '@/lib/dates/read-date';
import { Problem } from '@/lib/platform/problem';
import { readRights } from '@/lib/rights/rights';
import { localTexts, maker, makers, values } from './detail-lists';
import { address, centimetres, optional, paragraphs, year, yearMin } from './detail-texts';
import { fromFlatNames } from './flat-details';

/** The year that filters and sorting use: the first that the date may mean, or the last where its start is open. */
export function firstYear(dateText: string | null): number | null {
  const range = dateText === null ? null : readDate(dateText);
  const first = range?.from ?? range?.to ?? null;
  return first !== null && first >= yearMin ? first : null;
}

const fields = z.object({
  titles: localTexts({ charactersMax: 300, textsMax: 20 }).refine(
    (titles) => titles.length > 0,
    'is missing: every work needs a title',
  ),
  makers,
  movements: values({ charactersMax: 100, valuesMax: 20 }),
  genres: values({ charactersMax: 100, valuesMax: 20 }),
  subjects: values({ charactersMax: 200, valuesMax: 50 }),
  dateText: optional(100),
  year,
  medium: optional(200),
  technique: optional(200),
  dimensionsText: optional(500),
  heightCm: centimetres,
  widthCm: centimetres,
  objectKind: optional(100),
  collection: optional(200),
  accessionNumber: optional(100),
  creditLine: optional(500),
  rights: optional(200),
  rightsUrl: address,
  sourceUrl: address,
  descriptions: localTexts({ charactersMax: 5000, textsMax: 20, tidy: paragraphs }),
  altTexts: localTexts({ charactersMax: 1000, textsMax: 20 }),
  placeMade: optional(200),
});

/**
 * What a curator, a form, an API call or a row of a list says of a work, in the names of {@link ArtworkDetails} or in
 * the flat ones of {@link fromFlatNames}. Texts are trimmed, blank is null; a missing `year` is read from `dateText`,
 * the address of a well-known rights statement from its label and the other way round. Other names are left out.
 */
export const artworkDetailsSchema = z.preprocess(
  fromFlatNames,
  fields.transform((details): ArtworkDetails => {
    const rights = readRights(details.rightsUrl ?? details.rights);
    const isKnown = rights.url !== null;
    return {
      ...details,
      rights: details.rightsUrl !== null && details.rights !== null ? details.rights : rights.label,
      rightsUrl: isKnown ? rights.url : details.rightsUrl,
      year: details.year ?? firstYear(details.dateText),
    };
  }),
);

/** @throws Problem `invalid-request` that names every bad field and what is allowed in it. */
export function parseArtworkDetails(input: unknown): ArtworkDetails {
  const parsed = artworkDetailsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ field: nameIn(input, path), message }));
  const said = issues
    .map(({ field, message }) => (field === '' ? message : `${field} ${message}`))
    .join('; ');
  throw new Problem('invalid-request', `The details of the work cannot be used: ${said}.`, { issues });
}

/** As {@link parseArtworkDetails}, of one maker's record. @throws Problem `invalid-request` */
export function parseMakerDetails(input: unknown): MakerDetails {
  const parsed = maker.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  const said = issues.map(({ field, message }) => `${field} ${message}`).join('; ');
  throw new Problem('invalid-request', `The record cannot be saved: ${said}.`, { issues });
}

/** A field by the name it was given under: `title` for the only one of `titles`. */
function nameIn(input: unknown, path: readonly PropertyKey[]): string {
  const [field = '', ...rest] = path.map(String);
  const given = typeof input === 'object' && input !== null ? input : {};
  const flat = flatNames[field];
  return flat !== undefined && !(field in given) ? flat : [field, ...rest].join('.');
}

/** How people name a field whose own name they did not give. */
const flatNames: Readonly<Record<string, string>> = {
  titles: 'title',
  makers: 'artist',
  movements: 'movement',
  genres: 'genre',
  subjects: 'subject',
  descriptions: 'description',
  altTexts: 'altText',
  dateText: 'date',
  dimensionsText: 'dimensions',
  objectKind: 'kind',
  sourceUrl: 'source',
};
