/** The century facet's values: `19` for 1801 to 1900, `-1` for 100 to 1 BCE. As the column `century` is generated. */
export function centuryOf(year: number): number | null {
  if (year === 0) return null;
  return year > 0 ? Math.ceil(year / 100) : Math.floor(year / 100);
}
