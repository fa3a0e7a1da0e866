import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { Problem } from '@/lib/platform/problem';

/** Fields with several values of their own. */
const listFields = ['makers', 'movements', 'genres', 'subjects'] as const;
/** Fields with one text. Titles and accession numbers are each work's own. */
const textFields = [
  'dateText',
  'medium',
  'technique',
  'dimensionsText',
  'objectKind',
  'placeMade',
  'collection',
  'creditLine',
  'rights',
  'sourceUrl',
] as const;
/** Fields whose texts are each work's own; they can only be emptied together. */
const proseFields = ['descriptions', 'altTexts'] as const;

/** What can be edited in many works at once. */
export const editableFields = [...listFields, ...textFields, ...proseFields] as const;
export type EditableField = (typeof editableFields)[number];
type ListField = (typeof listFields)[number];

export const editWays = ['set', 'add', 'remove', 'clear'] as const;
export type EditWay = (typeof editWays)[number];

/** One edit of one field, the same for every work. */
export interface FieldEdit {
  readonly field: EditableField;
  readonly way: EditWay;
  /** As it was typed: several values with semicolons. Empty to clear. */
  readonly value: string;
  /** What the value says, and what follows from it: the year of a date, the address of a licence. */
  readonly said: Partial<ArtworkDetails>;
}

/** What follows from a field. */
const fieldsOf: Partial<Record<EditableField, readonly (keyof ArtworkDetails)[]>> = {
  dateText: ['dateText', 'year'],
  rights: ['rights', 'rightsUrl'],
};

/** The fields that an edit may change. */
export function fieldsChangedBy(field: EditableField): readonly (keyof ArtworkDetails)[] {
  return fieldsOf[field] ?? [field];
}

export function waysToEdit(field: EditableField): readonly EditWay[] {
  if (isListField(field)) return ['add', 'remove', 'set', 'clear'];
  return textFields.some((one) => one === field) ? ['set', 'clear'] : ['clear'];
}

/** @throws Problem `invalid-request` that says what is wrong with the field, the way or the value */
export function parseFieldEdit(given: { field: string; way: string; value: string }): FieldEdit {
  const field = editableFields.find((one) => one === given.field);
  if (field === undefined)
    throw invalid('field', given.field, `one of ${editableFields.join(', ')}`, editableFields);
  const ways = waysToEdit(field);
  const way = ways.find((one) => one === given.way);
  if (way === undefined) throw invalid('way', given.way, `for ${field} ${ways.join(' or ')}`, ways);
  const value = way === 'clear' ? '' : given.value.trim();
  if (way !== 'clear' && value === '')
    throw new Problem(
      'invalid-request',
      `There is no value to ${way}. Type one, or choose to clear the field.`,
    );
  return { field, way, value, said: read(field, value) };
}

/**
 * What a work's details are after an edit.
 * @throws Problem `invalid-request` if the field would hold too many values
 */
export function editDetails(details: ArtworkDetails, edit: FieldEdit): ArtworkDetails {
  const { field, way, said } = edit;
  if (!isListField(field) || way === 'set' || way === 'clear') return { ...details, ...said };
  return { ...details, ...read(field, editList(details, edit, field)) };
}

function editList(details: ArtworkDetails, { way, said }: FieldEdit, field: ListField): readonly unknown[] {
  const present: readonly unknown[] = details[field];
  const given: readonly unknown[] = said[field] ?? [];
  const isIn = (values: readonly unknown[], value: unknown) =>
    values.some((other) => foldedName(other) === foldedName(value));
  return way === 'add'
    ? [...present, ...given.filter((value) => !isIn(present, value))]
    : present.filter((value) => !isIn(given, value));
}

/** Values that differ in case alone are the same value. */
function foldedName(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
  return String(name).normalize('NFC').toLowerCase();
}

function read(field: EditableField, value: unknown): Partial<ArtworkDetails> {
  const details = parseArtworkDetails({ title: 'any', [field]: value });
  return Object.fromEntries(fieldsChangedBy(field).map((name) => [name, details[name]]));
}

function isListField(field: EditableField): field is ListField {
  return listFields.some((one) => one === field);
}

function invalid(parameter: string, value: string, allowed: string, values: readonly string[]): Problem {
  return new Problem('invalid-request', `${parameter}: got "${value.slice(0, 40)}"; allowed is ${allowed}.`, {
    parameter,
    allowed: values,
  });
}
