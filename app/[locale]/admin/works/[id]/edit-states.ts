import { type FieldName, type FieldState } from '@/components/editing/edit-field';
import { type Artwork } from '@/lib/catalog/artwork';
import { editFields, isListField } from '@/lib/curation/edit-fields';
import { savedFields, type ShownForm } from '@/lib/curation/review-draft';

/** What each field of the form is shown with. */
export function statesOf(artwork: Artwork, { issues, conflicts }: ShownForm): Record<FieldName, FieldState> {
  const states = editFields.map((field): [FieldName, FieldState] => [
    field,
    {
      issues: issues.filter((issue) => issue.field === field).map(({ message }) => message),
      theirs: conflicts.includes(field) ? savedTexts(artwork, field) : null,
      isList: isListField(field),
    },
  ]);
  return Object.fromEntries(states) as Record<FieldName, FieldState>;
}

/** What was saved of a field, a line for each row of the form. */
function savedTexts(artwork: Artwork, field: FieldName): string[] {
  const lines = new Map<string, string[]>();
  for (const [name, text] of Object.entries(savedFields(artwork, field))) {
    if (text === '' || name.endsWith('.known')) continue;
    const row = name.split('.').slice(0, -1).join('.');
    lines.set(row, [...(lines.get(row) ?? []), text]);
  }
  return [...lines.values()].map((texts) => texts.join(' · '));
}
