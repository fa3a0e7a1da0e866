/**
 * `1 row`, `2 rows`, `10,000 rows`, for messages of commands and problems; pages count by their messages.
 * @param plural of a noun that does not only take an s
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
