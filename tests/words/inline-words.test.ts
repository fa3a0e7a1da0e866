import { readdirSync, readFileSync } from 'node:fs';
import { inlineWords } from './inline-words';

/** Files that may have words, each with its reason. */
const allowed = [
  // Shown if the layout itself fails, which brings the messages.
  'app/global-error.tsx',
  // A part of the server's own sentence about a refused form.
  'app/refused-form.ts',
];
const sources = ['app', 'components']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^app\/(api|mcp)\//.test(file))
  .filter((file) => !allowed.includes(file));

test('no page or component has words for visitors in its code: they are in messages/', () => {
  expect(sources.length).toBeGreaterThan(80);
  const found = sources.flatMap((file) =>
    inlineWords(file, readFileSync(file, 'utf8')).map((words) => `${file}:${words}`),
  );
  expect(found).toEqual([]);
});

describe('words in code are found', () => {
  test.each([
    ['text', '<p>No works</p>', 'No works'],
    ['one word', '<b>or</b>', 'or'],
    ['a string as a child', "<p>{ok ? t('fine') : 'not fine'}</p>", 'not fine'],
    ['a string behind a condition', "<p>{ok && 'fine'}</p>", 'fine'],
    ['a template as a child', '<p>{`${count} works`}</p>', '… works'],
    ['a label', '<nav aria-label="Pages" />', 'Pages'],
    ['a label in a template', '<nav aria-label={`Pages of ${name}`} />', 'Pages of …'],
    ['a text alternative', '<img alt="Your picture" />', 'Your picture'],
    ['a placeholder', '<input placeholder="Title" />', 'Title'],
    ['a property of a component', '<Notice wording="Saved" />', 'Saved'],
    ['a property inside one', '<Tile actions={<a>Blend</a>} className="x" />', 'Blend'],
    ['the metadata of a page', "const metadata: Metadata = { title: 'Browse' };", 'Browse'],
    ['a title that is chosen', "const m = { title: found ? name : 'Nothing' };", 'Nothing'],
    ['a list of labels', "const links = [{ href: '/', label: 'Home' }];", 'Home'],
    ['an exported text', "export const alt = 'The work';", 'The work'],
    [
      'a sentence that a function returns',
      "function why() { return 'Try again later.'; }",
      'Try again later.',
    ],
    ['a sentence in a constant', "const reason = 'The camera is missing';", 'The camera is missing'],
  ])('%s', (_, code, words) => {
    expect(inlineWords('page.tsx', code)).toEqual([`1: ${words}`]);
  });

  test.each([
    ['a message', "<p>{t('title', { name })}</p>"],
    ['a message with parts', '<p>{t.rich(\'lead\', { link: (text) => <Link href="/">{text}</Link> })}</p>'],
    ['classes', "<p className={`mt-4 ${wide ? 'md:grid Large' : ''}`} />"],
    ['a comparison', "<p>{kind === 'style' ? a : b}</p>"],
    ['an error for the log', "throw new Error('The browser is not running.')"],
    ['an address', "<Link href='/browse' rel='nofollow'>{t('browse')}</Link>"],
    ['the name of the site', '<span>Gafu</span>'],
  ])('and not %s', (_, code) => {
    expect(inlineWords('page.tsx', code)).toEqual([]);
  });
});
