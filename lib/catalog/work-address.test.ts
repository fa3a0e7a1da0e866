import { titleSlug, workHref } from './work-address';

test.each([
  ['The Great Wave off Kanagawa', 'the-great-wave-off-kanagawa'],
  ['Déjeuner sur l’herbe', 'dejeuner-sur-lherbe'],
  ['Čiurlionis: Žvaigždžių sonata (I)', 'ciurlionis-zvaigzdziu-sonata-i'],
  ['神奈川沖浪裏', '神奈川沖浪裏'],
  ['ガラス', 'ガラス'],
  ['No. 5/No. 22', 'no-5-no-22'],
  ['?!', 'untitled'],
  ['%2e%2e/../', '2e-2e'],
])('%s becomes %s', (title, slug) => expect(titleSlug(title)).toBe(slug));

test('a long title ends after a whole word', () => {
  const slug = titleSlug('A '.repeat(10) + 'Sunday Afternoon on the Island of La Grande Jatte, 1884–1886');
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug).toMatch(/-of-la$/);
  expect(titleSlug('画'.repeat(200))).toBe('画'.repeat(60));
});

test('an address holds nothing but what a path may', () => {
  expect(workHref({ id: 'k3v9q2mwta', title: '神奈川' })).toBe(
    '/works/k3v9q2mwta/%E7%A5%9E%E5%A5%88%E5%B7%9D',
  );
});
