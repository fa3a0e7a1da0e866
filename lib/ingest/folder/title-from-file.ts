/** What a work without a title is called: its file's name, without extension, in words. */
export function titleFromFile(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const words = name
    .replace(/(?<=.)\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words || file;
}
