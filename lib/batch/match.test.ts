import { matchFiles } from './match-files';
import { matchList } from './match-list';

const file = (path: string, sizeBytes = 10, modifiedMs = 5_000) => ({ path, sizeBytes, modifiedMs });

describe('files that are chosen again', () => {
  test('are found by name, size and date, in whichever folder', () => {
    const rows = [file('a/1.jpg'), file('b/1.jpg'), file('a/2.jpg')];
    const { known, added } = matchFiles([file('b/1.jpg'), file('2.jpg', 10, 5_400), file('3.jpg')], rows);
    expect(known.map(({ chosen, row }) => [chosen, row.path])).toEqual([
      [0, 'b/1.jpg'],
      [1, 'a/2.jpg'],
    ]);
    expect(added).toEqual([2]);
  });

  test('are others if their size or date is another', () => {
    const { added } = matchFiles([file('1.jpg', 11), file('1.jpg', 10, 9_000)], [file('1.jpg')]);
    expect(added).toEqual([0, 1]);
  });

  test('are each found once, however alike they are', () => {
    const { known, added } = matchFiles([file('1.jpg'), file('x/1.jpg')], [file('1.jpg')]);
    expect([known.length, added]).toEqual([1, [1]]);
  });

  test('may be spelt with composed or decomposed accents', () => {
    expect(matchFiles([file('Rémy.jpg'.normalize('NFD'))], [file('Rémy.jpg')]).added).toEqual([]);
  });
});

describe('a list', () => {
  const work = (line: number, name: string) => ({ line, file: name, cells: { title: `line ${line}` } });
  const found = (names: string[], paths: string[]) =>
    matchList(
      names.map((name, at) => work(at + 2, name)),
      paths.map((path) => ({ id: path, path })),
    );

  test('names files by path, by a shorter path, or by name', () => {
    const { cells } = found(
      ['Top/a/1.jpg', 'b\\1.jpg', '2.JPG'],
      ['Top/a/1.jpg', 'Top/b/1.jpg', 'Top/2.jpg'],
    );
    expect([...cells].map(([id, { title }]) => [id, title])).toEqual([
      ['Top/a/1.jpg', 'line 2'],
      ['Top/b/1.jpg', 'line 3'],
      ['Top/2.jpg', 'line 4'],
    ]);
  });

  test('may count from a folder above the one that was chosen', () => {
    expect(found(['scans/x/1.jpg'], ['x/1.jpg']).cells.size).toBe(1);
  });

  test('leaves out a name that several files have, and says which lines found none', () => {
    const { cells, missing } = found(['1.jpg', 'gone.jpg'], ['a/1.jpg', 'b/1.jpg']);
    expect(cells.size).toBe(0);
    expect(missing.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('gives a file to the first line that names it', () => {
    const { cells, repeated } = found(['1.jpg', '1.jpg'], ['1.jpg']);
    expect(cells.get('1.jpg')).toEqual({ title: 'line 2' });
    expect(repeated.map(({ line }) => line)).toEqual([3]);
  });
});
