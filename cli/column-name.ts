/** The name of a list's column as the reader of lists spells it. */
export function columnName(given: string): string {
  return given.trim().toLowerCase();
}
