import { addTemplate, withPicture } from './add-picture';
import { addedHref, listPageHref, searchFromHref } from './light-links';
import { parseSearchQuery, searchHref } from './query';
import { pageHref } from './search-links';

const searches = [
  'style=m',
  'style=m~-0.5&style=z',
  'style=b&style=b2~0.25&style=c@1,2,30,40&content=m&palette=1d3b5a:60,c8a24a:40',
  'content=m&q=a+%26+b&artist=Claude+Monet&from=1800&sort=year&view=timeline',
  'style=m&view=wall&page=3',
];
const ids = ['a', 'b1', 'b2x', 'c', 'n_1', 'zz'];

test.each(searches)('%s: a browser adds a work as the grammar does', (search) => {
  const query = parseSearchQuery(new URLSearchParams(search));
  for (const kind of ['style', 'content', 'palette'] as const) {
    const template = addTemplate({ query, kind });
    for (const id of ids) expect(addedHref(template, id)).toBe(searchHref(withPicture({ query, kind }, id)));
  }
});

test.each(searches.filter((search) => !search.includes('timeline')))('%s: and turns its pages', (search) => {
  const query = parseSearchQuery(new URLSearchParams(search));
  const list = pageHref(query, 1);
  for (const page of [1, 2, 40]) expect(listPageHref(list, page)).toBe(pageHref(query, page));
});

test('a search from a work', () => {
  const terms = [{ kind: 'content', ref: 'b2x', weight: 1 }] as const;
  expect(searchFromHref('b2x', 'content')).toBe(searchHref({ terms, filter: {}, page: 1 }));
});
