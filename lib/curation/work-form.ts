import { type LocalText, type Publication, publications } from '@/lib/catalog/artwork';
import { type ArtworkEdit } from '@/lib/catalog/artwork-edits.repository';
import { type MakerCredit } from '@/lib/catalog/maker';
import { firstYear, parseArtworkDetails } from '@/lib/ingest/details';
import { Problem } from '@/lib/platform/problem';
import { wellKnownRights } from '@/lib/rights/rights';
import { cropFields, parseCrop } from './crop';

/** The form of a work: one text for each name, rows numbered as in `titles.0.text`. */
export type FormFields = Readonly<Record<string, string>>;

/** Stands for a statement that is none of the well-known ones. */
export const otherRights = 'other';

/** Fields with one text, by the name of their property. */
const texts = [
  'dateText',
  'medium',
  'technique',
  'dimensionsText',
  'objectKind',
  'collection',
  'accessionNumber',
  'creditLine',
  'sourceUrl',
  'placeMade',
] as const;
/** Several values, separated by semicolons. */
const values = ['movements', 'genres', 'subjects'] as const;
const numbers = ['heightCm', 'widthCm'] as const;
const localTexts = ['titles', 'descriptions', 'altTexts'] as const;

/** An edit as the form shows it. */
export function formOf(edit: ArtworkEdit): FormFields {
  const isRead = edit.year === firstYear(edit.dateText);
  return {
    ...(Object.assign(
      {},
      ...localTexts.map((name) => numbered(name, edit[name].map(localTextRow))),
    ) as FormFields),
    ...numbered('makers', edit.makers.map(makerRow)),
    ...Object.fromEntries(values.map((name) => [name, edit[name].join('; ')])),
    ...Object.fromEntries(texts.map((name) => [name, edit[name] ?? ''])),
    ...Object.fromEntries(numbers.map((name) => [name, edit[name]?.toString() ?? ''])),
    year: isRead ? '' : (edit.year?.toString() ?? ''),
    ...rightsFields(edit),
    ...named('crop', { ...cropFields(edit.crop) }),
    publication: edit.publication,
  };
}

/**
 * The edit that a form asks for. Rows without a text or a name are left out.
 * @throws Problem `invalid-request`; its `issues` name every bad field
 */
export function editFrom(fields: FormFields): ArtworkEdit {
  const details = parseArtworkDetails({
    ...Object.fromEntries(
      [...texts, ...values, ...numbers, 'year'].map((name) => [name, fields[name] ?? '']),
    ),
    ...Object.fromEntries(
      localTexts.map((name) => [name, rows(fields, name).filter(({ text }) => text?.trim())]),
    ),
    makers: rows(fields, 'makers')
      .filter(({ name }) => name?.trim())
      .map(namedMaker),
    ...readRightsFields(fields),
  });
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => fields[`crop.${name}`]);
  return {
    ...details,
    crop: parseCrop({ x, y, width, height }),
    publication: readPublication(fields.publication),
  };
}

/** The rows of a part of the form in their order: `titles.0.text` and `titles.0.language` are one. */
export function rows(fields: FormFields, part: string): Record<string, string>[] {
  const found = new Map<number, Record<string, string>>();
  for (const [name, text] of Object.entries(fields)) {
    const [, at = '', property = ''] = new RegExp(`^${part}\\.(\\d{1,4})\\.(\\w+)$`).exec(name) ?? [];
    if (property === '') continue;
    found.set(Number(at), { ...found.get(Number(at)), [property]: text });
  }
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

type Row = Readonly<Record<string, string>>;

const named = (part: string, row: Row): FormFields =>
  Object.fromEntries(Object.entries(row).map(([property, text]) => [`${part}.${property}`, text]));

const numbered = (part: string, all: readonly Row[]): FormFields =>
  Object.assign({}, ...all.map((row, at) => named(`${part}.${at}`, row))) as FormFields;

const localTextRow = ({ text, language }: LocalText) => ({ text, language: language ?? '' });

/** Who is already a record carries what tells it from others of this name; `known` is the name that this belongs to. */
function makerRow({ name, role, qualifier, birthYear, deathYear, wikidataId, ulanId }: MakerCredit) {
  return {
    name,
    known: name,
    role: role ?? '',
    qualifier: qualifier ?? '',
    birthYear: birthYear?.toString() ?? '',
    deathYear: deathYear?.toString() ?? '',
    wikidataId: wikidataId ?? '',
    ulanId: ulanId ?? '',
  };
}

/** Years and identifiers of a known maker do not go over to another name that was typed in its place. */
function namedMaker({ known = '', ...maker }: Record<string, string>) {
  const { name = '', role = '', qualifier = '' } = maker;
  return known === '' || known === name.trim() ? maker : { name, role, qualifier };
}

function rightsFields({ rights, rightsUrl }: ArtworkEdit) {
  const isKnown = wellKnownRights.some(({ label, url }) => label === rights && url === rightsUrl);
  const isNone = rights === null && rightsUrl === null;
  return {
    'rights.statement': isKnown ? (rightsUrl ?? '') : isNone ? '' : otherRights,
    'rights.label': isKnown ? '' : (rights ?? ''),
    'rights.url': isKnown ? '' : (rightsUrl ?? ''),
  };
}

function readRightsFields(fields: FormFields) {
  const statement = fields['rights.statement'] ?? '';
  return statement === '' || statement === otherRights
    ? { rights: fields['rights.label'] ?? '', rightsUrl: fields['rights.url'] ?? '' }
    : { rights: statement };
}

function readPublication(text = ''): Publication {
  const found = publications.find((one) => one === text);
  if (found !== undefined) return found;
  const message = `must be one of ${publications.join(', ')}`;
  throw new Problem('invalid-request', `The publication ${message}.`, {
    issues: [{ field: 'publication', message }],
  });
}
