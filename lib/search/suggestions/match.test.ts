import { fitOf, foldText } from './match';

const fit = (text: string, name: string) => fitOf(foldText(text), foldText(name));

test.each([
  ['mon', 'Claude Monet'],
  ['CLAUDE M', 'Claude Monet'],
  ['monet claude', 'Claude Monet'],
  ['durer', 'Albrecht Dürer'],
  ['el gr', 'El Greco'],
  ['water-l', 'Water Lilies'],
  ['北斎', '葛飾北斎'],
])('%s finds %s', (text, name) => {
  expect(fit(text, name)?.typos).toBe(0);
});

test.each([
  ['rembrant', 'Rembrandt van Rijn', 1],
  ['mnoet', 'Claude Monet', 1],
  ['impresionsm', 'Impressionism', 2],
  ['vermer', 'Johannes Vermeer', 1],
])('%s finds %s, %i letters mistyped', (text, name, typos) => {
  expect(fit(text, name)?.typos).toBe(typos);
});

test.each([
  ['net', 'Claude Monet'],
  ['mox', 'Claude Monet'],
  ['monet sea', 'Claude Monet'],
  ['abcdefgh', 'Albrecht Dürer'],
  ['!', 'Albrecht Dürer'],
])('%s does not find %s', (text, name) => {
  expect(fit(text, name)).toBeNull();
});

test('a name that begins with the text is told from one that has it later', () => {
  expect(fit('van', 'Van Gogh')?.isBeginning).toBe(true);
  expect(fit('van', 'Rembrandt van Rijn')?.isBeginning).toBe(false);
});
