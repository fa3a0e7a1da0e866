import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { suggestSearches } from './suggest';

const store = useTestDatabase();

beforeAll(async () => {
  const add = (title: string, artist: string, movement: string, subject: string) =>
    addWork(store.db, { title, artist, movement, subject });
  await add('Water Lilies', 'Claude Monet', 'Impressionism', 'garden');
  await add('Impression, Sunrise', 'Claude Monet', 'Impressionism', 'harbour');
  await add('The Monk by the Sea', 'Caspar David Friedrich', 'Romanticism', 'sea');
  await add('The Great Wave', '葛飾北斎', 'Ukiyo-e', 'sea');
});

const suggested = async (text: string) =>
  (await suggestSearches(store.db, text)).map(({ kind, value, works }) => `${kind}: ${value} (${works})`);

test('artists, movements, subjects and titles are suggested while one types', async () => {
  await expect(suggested('mon')).resolves.toEqual([
    'artist: Claude Monet (2)',
    'title: The Monk by the Sea (1)',
  ]);
  await expect(suggested('impr')).resolves.toEqual([
    'movement: Impressionism (2)',
    'title: Impression, Sunrise (1)',
  ]);
  await expect(suggested('sea')).resolves.toEqual(['subject: sea (2)', 'title: The Monk by the Sea (1)']);
  await expect(suggested('北斎')).resolves.toEqual(['artist: 葛飾北斎 (1)']);
});

test('small misspellings are forgiven', async () => {
  await expect(suggested('freidrich')).resolves.toEqual(['artist: Caspar David Friedrich (1)']);
  await expect(suggested('sunrize')).resolves.toEqual(['title: Impression, Sunrise (1)']);
});

test('one letter and signs suggest nothing', async () => {
  await expect(suggested('m')).resolves.toEqual([]);
  await expect(suggested('%%')).resolves.toEqual([]);
});
