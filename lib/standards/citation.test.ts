import { bibtex, cslItem, plainCitation } from './citation';
import { describedGreatWave, describedUntitled, greatWave } from './work.fixture';

test('a plain citation says who, what, when and where', () => {
  expect(plainCitation(describedGreatWave)).toBe(
    'Katsushika Hokusai, 神奈川沖浪裏, 1830–32. The Metropolitan Museum of Art, JP1847.',
  );
  expect(
    plainCitation({ ...describedGreatWave, makerLine: '葛飾北斎、1830〜32年', makers: '葛飾北斎' }),
  ).toBe('葛飾北斎, 神奈川沖浪裏, 1830–32. The Metropolitan Museum of Art, JP1847.');
  expect(plainCitation(describedUntitled)).toBe('Unknown artist, Untitled.');
});

test('CSL-JSON has the range of years and only what is known', () => {
  expect(cslItem(greatWave, 'https://gafu.test/works/a/b')).toMatchObject({
    type: 'graphic',
    author: [{ literal: 'Katsushika Hokusai' }, { literal: 'Nishimuraya Yohachi' }],
    issued: { 'date-parts': [[1830], [1832]] },
    archive_location: 'JP1847',
  });
  expect(Object.keys(cslItem(describedUntitled.artwork, 'u'))).toEqual([
    'id',
    'type',
    'title',
    'author',
    'URL',
  ]);
});

test('BibTeX is escaped, and its braces match', () => {
  const artwork = { ...greatWave, title: 'Fields & {Skies} 100% ~ \\ #1', medium: 'oil_on^canvas' };
  const entry = bibtex({ ...describedGreatWave, artwork }, 'https://gafu.test/works/a/b');
  expect(entry).toContain(
    'title = {{Fields \\& \\{Skies\\} 100\\% \\textasciitilde{} \\textbackslash{} \\#1}}',
  );
  expect(entry).toContain('author = {{Katsushika Hokusai} and {Nishimuraya Yohachi}}');
  const depth = [...entry.replace(/\\[{}]/g, '')].reduce(
    (sum, character) => sum + (character === '{' ? 1 : character === '}' ? -1 : 0),
    0,
  );
  expect(depth).toBe(0);
});
