import { inDependencyOrder } from './dependency-order';

describe('The order in which tables are filled', () => {
  test('puts each table after those that it refers to', () => {
    const references = [
      { from: 'artworks', to: 'images' },
      { from: 'embeddings', to: 'artworks' },
      { from: 'embeddings', to: 'spaces' },
    ];
    expect(inDependencyOrder(['artworks', 'embeddings', 'images', 'spaces'], references)).toEqual([
      'images',
      'artworks',
      'spaces',
      'embeddings',
    ]);
  });

  test('does not mind a table that refers to itself, or to one that is left out', () => {
    const references = [
      { from: 'terms', to: 'terms' },
      { from: 'terms', to: 'sessions' },
    ];
    expect(inDependencyOrder(['terms'], references)).toEqual(['terms']);
  });

  test('does not exist where tables refer to each other in a circle', () => {
    const references = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect(() => inDependencyOrder(['a', 'b', 'c'], references)).toThrow('circle: a, b');
  });
});
