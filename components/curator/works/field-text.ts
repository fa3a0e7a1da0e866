/** A field of a work in one line: several values with semicolons, empty if nothing is known. */
export function fieldText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(fieldText).join('; ');
  if (typeof value !== 'object') return String(value);
  if ('name' in value) return String(value.name);
  return 'text' in value ? String(value.text) : '';
}
