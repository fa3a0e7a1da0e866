import { z } from 'zod';
import { type ArtworkDetails, publications } from '@/lib/catalog/artwork';
import { isPictureId } from '@/lib/catalog/picture-id';
import { exportForm } from '@/lib/export/exported-work';
import { Problem } from '@/lib/platform/problem';
import { parseArtworkDetails } from '../details';
import { aliases } from '../flat-details';
import { columnOfDetail } from './work-columns';
import { titleFromFile } from './title-from-file';
import { type ExportedRow, type WorkRow } from './work-row';

type Fields = Readonly<Record<string, unknown>>;

const text = z.string().nullish();
const share = z.number().min(0).max(1);
const region = z
  .object({ x: share, y: share, width: share.positive(), height: share.positive() })
  // Sums of shares that were rounded may be a little more.
  .refine(({ x, y, width, height }) => x + width < 1.0001 && y + height < 1.0001);

const decidedSchema = z.object({
  publication: z.enum(publications, `must be one of ${publications.join(', ')}`).nullish(),
  crop: z
    .custom<z.infer<typeof region> | null>(
      (given) => region.nullable().safeParse(given).success,
      'must lie within the picture: x, y, width and height as fractions of it',
    )
    .optional(),
});

const sourceSchema = z.object({
  source: z.string().min(1),
  id: z.string().min(1),
  request: z.string(),
  details: z.record(z.string(), z.unknown()).nullish(),
  pictureUrl: text,
  recordEtag: text,
  recordModified: text,
  pictureEtag: text,
  pictureModified: text,
});

const exportedSchema = z.object({
  format: z.coerce
    .number()
    .int()
    .max(exportForm, `is of a newer Gafu: this one reads up to ${exportForm}. Update Gafu first`),
  id: z.string().refine(isPictureId, 'must be the id of a work, as it was exported'),
  pictureSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, as it was exported')
    .nullish(),
  addedAt: z.iso.datetime('must be a time such as 2026-11-26T09:25:00.000Z').nullish(),
  sources: z.array(sourceSchema, 'must be a list, as it was exported').nullish(),
});

/**
 * A work of a list whose lines are objects, or of an export, in the names of the API. One with `format` was exported
 * by Gafu and says which work it is.
 *
 * @throws Problem `invalid-request` naming every field that cannot be used
 */
export function rowOfFields(line: number, fields: Fields): WorkRow {
  const file = typeof fields.file === 'string' ? fields.file.trim() : '';
  if (file === '') throw new Problem('invalid-request', '"file" is missing: it names the picture');
  const hasTitle = fields.titles !== undefined || fields.title !== undefined;
  const details = parseArtworkDetails(hasTitle ? fields : { ...fields, title: titleFromFile(file) });
  const names = Object.keys(columnOfDetail) as (keyof ArtworkDetails)[];
  const given = names.filter((name) => isGiven(name, fields, details)).map((name) => [name, details[name]]);
  const decided = parsed(decidedSchema, fields);
  return {
    line,
    file,
    details,
    given: Object.fromEntries(given),
    isComplete: true,
    decided: {
      ...(decided.publication && { publication: decided.publication }),
      ...('crop' in fields && { crop: decided.crop ?? null }),
    },
    exported: 'format' in fields ? exportedRow(fields, details) : null,
  };
}

/** Whether a detail is said, by whichever of its names, or by a field that it is read from. */
function isGiven(detail: keyof ArtworkDetails, fields: Fields, details: ArtworkDetails): boolean {
  const isIn = (...names: readonly string[]) => names.some((name) => name in fields);
  if (isIn(detail, ...(aliases[detail] ?? []))) return true;
  if (detail === 'year') return isIn('dateText', 'date');
  if (detail === 'rights') return isIn('rightsUrl');
  if (detail === 'rightsUrl') return isIn('rights');
  // An address, or else the name of the collection.
  return (detail === 'sourceUrl' || detail === 'collection') && isIn('source') && details[detail] !== null;
}

function exportedRow(fields: Fields, { makers }: ArtworkDetails): ExportedRow {
  const { id, pictureSha256, addedAt, sources } = parsed(exportedSchema, fields);
  const given = Array.isArray(fields.makers) ? (fields.makers as unknown[]) : [];
  const ids = given.map((maker) => {
    const recordId = typeof maker === 'object' && maker !== null && 'id' in maker ? maker.id : null;
    return typeof recordId === 'string' && isPictureId(recordId) ? recordId : null;
  });
  return {
    id,
    pictureSha256: pictureSha256 ?? null,
    addedAt: addedAt ? new Date(addedAt) : null,
    // A text with several names is several makers.
    makerIds: ids.length === makers.length ? ids : [],
    sources: (sources ?? []).map(({ details, ...source }) => ({
      ...blankToNull(source),
      details: details ? parseArtworkDetails(details) : null,
    })),
  };
}

function blankToNull({ source, id, request, ...others }: z.infer<typeof sourceSchema>) {
  const { pictureUrl, recordEtag, recordModified, pictureEtag, pictureModified } = others;
  return {
    source,
    id,
    request,
    pictureUrl: pictureUrl ?? null,
    recordEtag: recordEtag ?? null,
    recordModified: recordModified ?? null,
    pictureEtag: pictureEtag ?? null,
    pictureModified: pictureModified ?? null,
  };
}

function parsed<T>(schema: z.ZodType<T>, fields: Fields): T {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const said = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  throw new Problem('invalid-request', `The details of the work cannot be used: ${said}.`);
}
