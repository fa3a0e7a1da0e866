import { fixture, known, useMuseums } from '@/tests/support/museums';
import { commons } from './commons';

const museums = useMuseums();

test('Works are read field by field', async () => {
  museums().at('https://commons.wikimedia.org/w/api.php', fixture('commons-page.json'));
  const page = await commons.list({ openOnly: true, set: 'Paintings' }, null, museums().client());
  expect(page.items.map(known)).toEqual([
    {
      id: '44672212',
      pictureUrl:
        'https://upload.wikimedia.org/wikipedia/commons/thumb/4/45/Edvard_Munch_-_Night_in_Nice_%281891%29.jpg/500px-Edvard_Munch_-_Night_in_Nice_%281891%29.jpg',
      details: {
        titles: [{ text: 'Night in Nice' }],
        makers: [{ name: 'Edvard Munch' }],
        dateText: '1891',
        collection: 'Wikimedia Commons',
        creditLine: 'http://samling.nasjonalmuseet.no/no/object/NG.M.00394 Nasjonalmuseet',
        rights: 'Public domain',
        sourceUrl: 'https://commons.wikimedia.org/wiki/File:Edvard_Munch_-_Night_in_Nice_(1891).jpg',
      },
    },
    {
      id: '44672185',
      pictureUrl:
        'https://upload.wikimedia.org/wikipedia/commons/thumb/e/e9/2002-04-02_Hauptstra%C3%9Fe%2C_Heidelberg_IMG_0404.jpg/1280px-2002-04-02_Hauptstra%C3%9Fe%2C_Heidelberg_IMG_0404.jpg',
      details: {
        titles: [{ text: '2002-04-02 Hauptstraße, Heidelberg IMG 0404' }],
        makers: [{ name: 'Eckhard Henkel' }],
        dateText: '2002-04-02',
        collection: 'Wikimedia Commons',
        creditLine: 'Own work',
        rights: 'https://creativecommons.org/licenses/by-sa/3.0/de/deed.en',
        sourceUrl:
          'https://commons.wikimedia.org/wiki/File:2002-04-02_Hauptstra%C3%9Fe,_Heidelberg_IMG_0404.jpg',
        descriptions: [
          {
            text: 'Blick in die Hauptstraße in Richtung Westen, etwas westlich des Universitätsplatzes, Heidelberg',
            language: 'en',
          },
        ],
      },
    },
    {
      id: '44672194',
      pictureUrl:
        'https://upload.wikimedia.org/wikipedia/commons/thumb/3/37/Niedercunnersdorf_Gartenweg_12.JPG/1920px-Niedercunnersdorf_Gartenweg_12.JPG',
      details: {
        titles: [{ text: 'Niedercunnersdorf Gartenweg 12' }],
        makers: [{ name: 'Pascal Seibt' }],
        dateText: '2015-09-12 11:42:12',
        collection: 'Wikimedia Commons',
        creditLine: 'Own work',
        rights: 'https://creativecommons.org/licenses/by-sa/4.0',
        sourceUrl: 'https://commons.wikimedia.org/wiki/File:Niedercunnersdorf_Gartenweg_12.JPG',
        descriptions: [{ text: 'Niedercunnersdorf Gartenweg 12', language: 'en' }],
      },
    },
  ]);
});

test('The next page is asked for with all that this one says of it', async () => {
  museums().at('https://commons.wikimedia.org/w/api.php', fixture('commons-page.json'));
  const choice = { openOnly: true, set: 'Category:Paintings by Edvard Munch' };
  const first = await commons.list(choice, null, museums().client());
  await commons.list(choice, first.next, museums().client());
  const parameters = museums().asked.map((address) => new URL(address).searchParams);
  expect(parameters[0]?.get('gcmtitle')).toBe('Category:Paintings by Edvard Munch');
  expect(parameters[0]?.has('gcmcontinue')).toBe(false);
  expect(parameters[1]?.get('gcmcontinue')).toBe('file|4564|44672213');
});

test('Without more pages, and without files, the list ends', async () => {
  museums().at('https://commons.wikimedia.org/w/api.php', { batchcomplete: true });
  const page = await commons.list({ openOnly: true, query: 'nothing' }, null, museums().client());
  expect(page).toEqual({ items: [], next: null, total: null });
});
