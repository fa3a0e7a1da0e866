import { type PreviewPlace, previewSize, previewSource } from '@/lib/imports/preview/preview';
import { parsePreviewQuery, previewParameters } from '@/lib/imports/preview/preview-query';
import { isSigned, signAddress } from '@/lib/imports/preview/signed-address';
import { smallerAddress, smallPicture } from '@/lib/imports/preview/small-picture';
import { runImport } from '@/lib/imports/run-import';
import { type ImportChoice, type Source } from '@/lib/imports/source';
import { cleveland } from '@/lib/imports/sources/cleveland';
import { commons } from '@/lib/imports/sources/commons';
import { csv } from '@/lib/imports/sources/csv';
import { met } from '@/lib/imports/sources/met';
import { removeArtwork } from '@/lib/ingest/remove-artwork';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { useTestDatabase } from '../support/database';
import { fixture, sends, useMuseums } from '../support/museums';
import { picture, pictureUrl, serve, works } from './museum-works';

const database = useTestDatabase();
const museums = useMuseums();
const first: PreviewPlace = { cursor: null, from: 0 };

const preview = (source: Source, choice: Partial<ImportChoice> = {}, place = first) =>
  previewSource(database.db, source, { openOnly: true, ...choice }, place, museums().web);

beforeEach(() => forgetSingleton('import-previews'));
afterEach(async () => {
  await database.db.importRun.deleteMany();
  await database.db.artwork.deleteMany();
});

test('Works are shown with what the museum says of them, and nothing is stored', async () => {
  await serve(museums(), works(2));
  const shown = await preview(cleveland, { query: 'quail' });
  expect(shown).toMatchObject({ total: 2, next: null });
  expect(shown?.works[0]).toMatchObject({
    id: '1900.1',
    details: { titles: [{ text: 'Work 1900.1' }], rights: 'CC0 1.0' },
    pictureUrl: pictureUrl('1900.1'),
    isOpen: true,
    canCome: true,
    here: null,
  });
  expect(await database.db.importedRecord.count()).toBe(0);
  expect(museums().asked).toHaveLength(1);
});

test('A long list is shown in parts: first those of a page, then the next page, and asked for once', async () => {
  await serve(museums(), works(previewSize + 6), previewSize + 2);
  const one = await preview(cleveland);
  expect(one).toMatchObject({ next: { cursor: null, from: previewSize } });
  expect(one?.works).toHaveLength(previewSize);
  const two = await preview(cleveland, {}, one?.next ?? first);
  expect(two?.works.map(({ id }) => id)).toEqual(['1900.25', '1900.26']);
  expect(museums().asked).toHaveLength(1);
  const three = await preview(cleveland, {}, two?.next ?? first);
  expect(three?.works).toHaveLength(4);
  expect(three?.next).toBeNull();
  expect(museums().asked).toHaveLength(2);
});

test('A museum that lists ids alone is asked for the works that are shown', async () => {
  const api = 'https://collectionapi.metmuseum.org/public/collection/v1';
  museums().at(`${api}/search`, { total: 2, objectIDs: [45734, 435658] });
  for (const id of ['45734', '435658']) museums().at(`${api}/objects/${id}`, fixture(`met-${id}.json`));
  const shown = await preview(met, { query: 'quail' });
  expect(shown?.works.map(({ id, canCome }) => [id, canCome])).toEqual([
    ['45734', true],
    ['435658', true],
  ]);
});

test('Works that are here, were deleted here, or may not come are said to be that', async () => {
  await serve(museums(), [
    { number: '1900.1' },
    { number: '1900.2' },
    { number: '1900.3', rights: 'Copyrighted' },
  ]);
  await runImport({ source: cleveland, choice: { openOnly: true }, web: museums().web });
  const [work] = await database.db.artwork.findMany({ where: { accessionNumber: '1900.2' } });
  await removeArtwork(work?.id ?? '');
  const shown = await preview(cleveland);
  expect(shown?.works).toMatchObject([
    { here: { kind: 'present' }, canCome: true },
    { here: { kind: 'deleted' }, canCome: false },
    { here: null, isOpen: false, canCome: false },
  ]);
  const everything = await preview(cleveland, { openOnly: false });
  expect(everything?.works[2]).toMatchObject({ isOpen: false, canCome: true });
});

test('What is wrong is said, and the museum is asked again the next time', async () => {
  museums().at(
    'https://openaccess-api.clevelandart.org/',
    sends('<!DOCTYPE html>', { 'content-type': 'text/html' }),
  );
  museums().at(
    'https://openaccess-api.clevelandart.org/api/artworks/',
    sends('<!DOCTYPE html>', { 'content-type': 'text/html' }),
  );
  await expect(preview(cleveland)).rejects.toThrow(
    /The Cleveland Museum of Art .* answered with a web page instead of JSON.*set GAFU_CONTACT/,
  );
  await serve(museums(), works(1));
  expect((await preview(cleveland))?.works).toHaveLength(1);
});

test('A source that wants to know whom to write to says so', async () => {
  await expect(preview(commons, { set: 'Paintings' })).rejects.toThrow(/set GAFU_CONTACT/);
});

test.each([
  [
    'https://iip.smk.dk/iiif/jp2/a.tif.jp2/full/!2048,2048/0/default.jpg',
    'https://iip.smk.dk/iiif/jp2/a.tif.jp2/full/!400,400/0/default.jpg',
  ],
  [
    'https://api.nga.gov/iiif/5/full/2048,/0/default.jpg',
    'https://api.nga.gov/iiif/5/full/400,/0/default.jpg',
  ],
  [
    'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/A.jpg/1920px-A.jpg',
    'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/A.jpg/330px-A.jpg',
  ],
  // The width that the Art Institute keeps.
  [
    'https://www.artic.edu/iiif/2/a/full/843,/0/default.jpg',
    'https://www.artic.edu/iiif/2/a/full/843,/0/default.jpg',
  ],
  ['https://images.metmuseum.org/a/web-large/b.jpg', 'https://images.metmuseum.org/a/web-large/b.jpg'],
])('A host that can scale is asked for a small picture: %s', (address, smaller) => {
  expect(smallerAddress(address)).toBe(smaller);
});

test('A picture comes small, and whole from a host that cannot scale', async () => {
  const address = 'https://museum.example/iiif/1/full/!2048,2048/0/default.jpg';
  museums().at(address, sends(await picture(7), { 'content-type': 'image/jpeg' }));
  const bytes = await smallPicture(address, museums().web);
  expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
  expect(museums().asked).toEqual([address.replace('!2048,2048', '!400,400'), address]);
});

test('Only addresses that this site has signed are fetched for a page', async () => {
  const mark = await signAddress('met', 'https://museum.example/a.jpg');
  expect(await isSigned('met', 'https://museum.example/a.jpg', mark)).toBe(true);
  for (const other of ['https://museum.example/b.jpg', 'http://169.254.169.254/'])
    expect(await isSigned('met', other, mark)).toBe(false);
  expect(await isSigned('met', 'https://museum.example/a.jpg', '')).toBe(false);
});

test('An address of a page says what is asked for, and cannot name a file of the server', () => {
  const query = parsePreviewQuery(
    met,
    new URLSearchParams('search=1&query= quail &type=Paintings&prefix=edm&all-rights=1&cursor=80&from=24'),
  );
  expect(query).toEqual({
    choice: { query: 'quail', type: 'Paintings', openOnly: false },
    place: { cursor: '80', from: 24 },
    isAsked: true,
  });
  expect(parsePreviewQuery(met, new URLSearchParams(previewParameters(query)))).toEqual(query);
  expect(parsePreviewQuery(met, new URLSearchParams())).toMatchObject({ isAsked: false });
  expect(() => parsePreviewQuery(csv, new URLSearchParams('address=/etc/passwd'))).toThrow(/Upload the list/);
});
