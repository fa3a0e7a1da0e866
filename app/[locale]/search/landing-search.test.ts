import { parseSearchQuery } from '@/lib/search/query';
import { isLandingSearch } from './landing-search';

const work = '5y15n80rdc';

test.each([
  [`style=${work}`, true],
  [`style=${work}&page=1`, true],
  [`style=${work}&page=2`, false],
  [`style=${work}&view=wall`, false],
  [`style=${work}&sort=year`, false],
  [`style=${work}&artist=Monet`, false],
  [`style=${work}&content=${work}`, false],
  [`style=${work}~-0.5`, false],
  [`style=${work}@10,10,50,50`, false],
  [`content=${work}`, false],
  ['style=q_0123456789abcdefghijkl', false],
])('a search for %s may be listed: %s', (search, expected) => {
  expect(isLandingSearch(parseSearchQuery(new URLSearchParams(search)))).toBe(expected);
});
