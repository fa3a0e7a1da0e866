/** `1 row`, `2 rows`, `10,000 rows`: of a noun with a regular plural. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
