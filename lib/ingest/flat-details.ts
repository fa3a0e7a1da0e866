/** What lists, forms and older API calls call a field. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  titles: ['title'],
  makers: ['artist', 'maker'],
  movements: ['movement'],
  genres: ['genre'],
  subjects: ['subject'],
  dateText: ['date'],
  dimensionsText: ['dimensions'],
  objectKind: ['kind'],
  descriptions: ['description'],
  altTexts: ['altText'],
};

/**
 * A flat description with one text a field, as a form or a row of a list has it, in the names of ArtworkDetails: title,
 * artist (several with semicolons), movement, genre, subject, date, dimensions, kind, description, altText. `source` is
 * the address of the work's page, or else the name of the collection that it is in.
 */
export function fromFlatNames(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const fields: Record<string, unknown> = { ...given };
  for (const [name, others] of Object.entries(aliases))
    fields[name] ??= others.map((one) => fields[one]).find(isGiven);
  const { source } = fields;
  if (typeof source === 'string') {
    if (/^\s*https?:\/\//i.test(source)) fields.sourceUrl ??= source;
    else fields.collection = isGiven(fields.collection) ? fields.collection : source;
  } else if (isGiven(source)) fields.sourceUrl ??= source;
  return fields;
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
