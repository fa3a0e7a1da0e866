import { type Artwork } from '@/lib/catalog/artwork';
import { type ArtworkEdit } from '@/lib/catalog/artwork-edits.repository';
import { Problem } from '@/lib/platform/problem';
import { type EditField, editFields, markEdit, mergeEdits } from './edit-fields';
import { readWorkForm } from './edit-work';
import { type FormFields, formOf } from './work-form';

/** The form of a work as it is to be shown. */
export interface ShownForm {
  /** With `base`, the marks of the work that the fields are compared with when they are saved. */
  readonly fields: FormFields;
  /** Fields that others have changed too: the curator chooses. */
  readonly conflicts: readonly EditField[];
  /** Fields that others have changed and this curator has not: they are in `fields`. */
  readonly theirs: readonly EditField[];
  /** What cannot be saved as it was typed. */
  readonly issues: readonly FieldIssue[];
}

export interface FieldIssue {
  /** Null: no field of the form. */
  readonly field: EditField | null;
  readonly message: string;
}

/** The form of a work with what was typed into it, brought together with what others have saved since. */
export function shownForm(artwork: Artwork, typed: FormFields | null = null): ShownForm {
  const base = JSON.stringify(markEdit(artwork));
  if (typed === null) return { fields: { ...formOf(artwork), base }, conflicts: [], theirs: [], issues: [] };
  try {
    const { edit: yours, base: opened } = readWorkForm(typed);
    const { edit, conflicts, theirs } = mergeEdits(artwork, yours, opened);
    return { fields: { ...formOf(edit), base }, conflicts, theirs, issues: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // What cannot be read cannot be brought together yet either.
    return { fields: typed, conflicts: [], theirs: [], issues: issuesOf(error) };
  }
}

/** As texts, what others have saved of a field: its part of the form. */
export function savedFields(current: ArtworkEdit, field: EditField): FormFields {
  const parts = formParts[field] ?? [field];
  return Object.fromEntries(
    Object.entries(formOf(current)).filter(([name]) => parts.some((part) => isPart(name, part))),
  );
}

const isPart = (name: string, part: string) => name === part || name.startsWith(`${part}.`);

/** Names in the form of fields that are made of several. */
const formParts: Partial<Readonly<Record<EditField, readonly string[]>>> = {
  date: ['dateText', 'year'],
  dimensions: ['dimensionsText', 'heightCm', 'widthCm'],
};

function issuesOf({ extensions, message }: Problem): FieldIssue[] {
  const { issues } = extensions;
  if (!Array.isArray(issues)) return [{ field: null, message }];
  return (issues as { field: string; message: string }[]).map(({ field: name, message: why }) => ({
    field: fieldOf(name),
    message: why,
  }));
}

/** The field that a name in the form, or of a property, belongs to. */
export function fieldOf(name: string): EditField | null {
  const [property = ''] = name.split('.');
  const whole = property === 'rightsUrl' ? 'rights' : property;
  return (
    editFields.find((field) => field === whole || formParts[field]?.some((part) => part === whole)) ?? null
  );
}
