import { createHash } from 'node:crypto';
import { type ArtworkEdit } from '@/lib/catalog/artwork-edits.repository';

/** What curators see as one field, with the properties that it is made of: they are changed and kept together. */
const properties = {
  titles: ['titles'],
  makers: ['makers'],
  date: ['dateText', 'year'],
  movements: ['movements'],
  genres: ['genres'],
  subjects: ['subjects'],
  objectKind: ['objectKind'],
  medium: ['medium'],
  technique: ['technique'],
  dimensions: ['dimensionsText', 'heightCm', 'widthCm'],
  placeMade: ['placeMade'],
  collection: ['collection'],
  accessionNumber: ['accessionNumber'],
  creditLine: ['creditLine'],
  rights: ['rights', 'rightsUrl'],
  sourceUrl: ['sourceUrl'],
  descriptions: ['descriptions'],
  altTexts: ['altTexts'],
  crop: ['crop'],
  publication: ['publication'],
} as const satisfies Record<string, readonly (keyof ArtworkEdit)[]>;

export type EditField = keyof typeof properties;
export const editFields = Object.keys(properties) as EditField[];

/** Of which both may be kept: lists. */
const lists = ['titles', 'makers', 'movements', 'genres', 'subjects', 'descriptions', 'altTexts'] as const;
type ListField = (typeof lists)[number];

export function isListField(field: EditField): field is ListField {
  return lists.some((one) => one === field);
}

/** A short hash of each field: tells whether it was changed since a form was opened. */
export type EditMarks = Partial<Readonly<Record<EditField, string>>>;

const markLength = 12;

export function markEdit(edit: ArtworkEdit): EditMarks {
  return Object.fromEntries(editFields.map((field) => [field, markOf(edit, field)]));
}

function markOf(edit: ArtworkEdit, field: EditField): string {
  return createHash('sha256')
    .update(JSON.stringify(comparable(edit, field)))
    .digest('base64url')
    .slice(0, markLength);
}

/** Of a maker only what the form of a work says: the rest is the maker's own record. */
function comparable(edit: ArtworkEdit, field: EditField): unknown {
  if (field === 'makers') return edit.makers.map(makerKey);
  return properties[field].map((name) => {
    const value: unknown = edit[name];
    return Array.isArray(value) ? value.map(sorted) : sorted(value);
  });
}

const makerKey = ({
  name,
  birthYear,
  deathYear,
  wikidataId,
  ulanId,
  role,
  qualifier,
}: ArtworkEdit['makers'][number]) =>
  [name, birthYear, deathYear, wikidataId, ulanId, role, qualifier] as const;

/** With its properties in one order, however it was stored. */
function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}

export type Choice = 'yours' | 'theirs' | 'both';
export type Choices = Partial<Readonly<Record<EditField, Choice>>>;

export interface MergedEdit {
  readonly edit: ArtworkEdit;
  /** Fields that both have changed, each to something else; `edit` has yours. */
  readonly conflicts: readonly EditField[];
  /** Fields that only others have changed since the form was opened. */
  readonly theirs: readonly EditField[];
}

/**
 * Brings together what a curator has typed and what others have saved since the form was opened: a field that only one
 * of them has changed is taken from that one.
 *
 * @param base the marks of the work when the form was opened
 * @param choices which to take of a field that was shown as a conflict, with `base` of the work as it was then
 */
export function mergeEdits(
  current: ArtworkEdit,
  yours: ArtworkEdit,
  base: EditMarks,
  choices: Choices = {},
): MergedEdit {
  const conflicts: EditField[] = [];
  const theirs: EditField[] = [];
  let edit = yours;
  for (const field of editFields) {
    const [now, typed, before] = [markOf(current, field), markOf(yours, field), base[field]];
    const isChosen = now === before && choices[field] !== undefined;
    if (isChosen && choices[field] === 'both') edit = withBoth(edit, current, field);
    else if (now === typed || typed === before || (isChosen && choices[field] === 'theirs')) {
      edit = withField(edit, current, field);
      if (now !== typed && now !== before) theirs.push(field);
    } else if (now !== before) conflicts.push(field);
  }
  return { edit, conflicts, theirs };
}

/** `edit` with one field of another. */
export function withField(edit: ArtworkEdit, other: ArtworkEdit, field: EditField): ArtworkEdit {
  return { ...edit, ...Object.fromEntries(properties[field].map((name) => [name, other[name]])) };
}

function withBoth(edit: ArtworkEdit, current: ArtworkEdit, field: EditField): ArtworkEdit {
  if (!isListField(field)) return edit;
  const key = (value: unknown) =>
    JSON.stringify(field === 'makers' ? makerKey(value as ArtworkEdit['makers'][number]) : sorted(value));
  const both = [...current[field], ...edit[field]] as readonly unknown[];
  const each = [...new Map(both.map((value) => [key(value), value])).values()];
  return { ...edit, [field]: each };
}
