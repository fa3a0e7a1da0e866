/** The century facet's values: `19` for 1801 to 1900, `-1` for 100 to 1 BCE. As the column `century` is generated. */
export function centuryOf(year: number): number | null {
  if (year === 0) return null;
  return year > 0 ? Math.ceil(year / 100) : Math.floor(year / 100);
}

/** "19th century", "1st century BCE", of a century facet's value. */
export function centuryLabel(value: string): string {
  const century = Number.parseInt(value, 10);
  const number = Math.abs(century);
  const ending = [11, 12, 13].includes(number % 100) ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending} century${century < 0 ? ' BCE' : ''}`;
}
