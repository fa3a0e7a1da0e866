/** The page that shows all sheets, a row for each page of the site. */
export function indexOf(names: readonly string[], locales: readonly string[]): string {
  const cell = (name: string, locale: string) => `![${name}, ${locale}](${locale}/${name}.webp)`;
  const rows = names.map(
    (name) => `| ${name} | ${locales.map((locale) => cell(name, locale)).join(' | ')} |`,
  );
  return [
    '# Every page',
    '',
    'At 1,440 and 390 pixels, light and dark, with the sample collection. Taken by `npm run bench -- screenshots SITE`.',
    '',
    `| page | ${locales.join(' | ')} |`,
    `| --- |${' --- |'.repeat(locales.length)}`,
    ...rows,
    '',
  ].join('\n');
}
